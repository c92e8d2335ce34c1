using System.Globalization;
using System.Text;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>
/// Names of blobs as names of files, one part between slashes at a time. What some file system refuses is percent-encoded, so a folder can be
/// carried to any other machine. Names that start with a dot are the store's own and the editors'; a blob's leading dot is encoded.
/// </summary>
internal static class FileNames
{
    private const string Reserved = "<>:\"|?*%";

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>A part as a file name.</summary>
    internal static string Encode(string part)
    {
        var text = new StringBuilder(part.Length);
        bool isDevice = Devices.Contains(part.Split('.')[0].TrimEnd(' '));
        for (int i = 0; i < part.Length; i++)
        {
            char c = part[i];
            bool first = i == 0 && (c == '.' || isDevice);
            bool last = i == part.Length - 1 && c is '.' or ' ';
            if (first || last || c < ' ' || c == '\x7f' || Reserved.Contains(c, StringComparison.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>
    /// The part that a file name stands for; null for the store's own and those no name can have. A file dropped here by hand may have a name
    /// that the store would have encoded: it stands for itself.
    /// </summary>
    internal static string? Decode(string fileName)
    {
        if (fileName.StartsWith('.')) return null;
        string decoded = Unescape(fileName);
        string part = Encode(decoded) == fileName ? decoded : fileName;
        return BlobNames.IsPart(part) ? part : null;
    }

    /// <summary>Whether a file of the part's very name, not encoded, may stand for it: dropped by hand, on a system that allows it.</summary>
    internal static bool MayBeLiteral(string part) =>
        part[0] != '.' && (!OperatingSystem.IsWindows() || Encode(part) == part.Replace("%", "%25", StringComparison.Ordinal));

    private static string Unescape(string fileName)
    {
        var text = new StringBuilder(fileName.Length);
        for (int i = 0; i < fileName.Length; i++)
        {
            if (fileName[i] == '%' && i + 2 < fileName.Length
                && byte.TryParse(fileName.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code))
            {
                text.Append((char)code);
                i += 2;
            }
            else
            {
                text.Append(fileName[i]);
            }
        }
        return text.ToString();
    }
}

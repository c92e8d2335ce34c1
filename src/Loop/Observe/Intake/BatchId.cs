using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>
/// The id of a batch: its file's name made safe for addresses, and the first 64 bits of SHA-256 over path and ETag. So a repeated trigger
/// gives the same id, and a file written anew gives another.
/// </summary>
public static class BatchId
{
    private const int LongestName = 40, HashDigits = 16;

    /// <summary>The id of the content that a path had at an ETag: letters, digits, <c>-</c> and <c>_</c> only, at most 57.</summary>
    /// <param name="path">Name of the blob, or of the folder of a collector's hour.</param>
    /// <param name="eTag">Its ETag, with or without the quotes and the W/ that HTTP puts around it.</param>
    public static string Of(string path, string eTag)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(eTag);
        string tag = eTag.StartsWith("W/", StringComparison.Ordinal) ? eTag[2..] : eTag;
        // A line feed is in no name and no ETag: no two pairs give the same text.
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{tag.Trim('"')}"));
        string name = Safe(path[(path.LastIndexOf('/') + 1)..]);
        return $"{name}{(name.Length > 0 ? "-" : "")}{Convert.ToHexStringLower(hash)[..HashDigits]}";
    }

    private static string Safe(string file)
    {
        int dot = file.IndexOf('.', StringComparison.Ordinal);
        string stem = dot > 0 ? file[..dot] : file;
        if (stem.Length > LongestName) stem = stem[..LongestName];
        return string.Concat(stem.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
    }
}

using System.Globalization;
using System.Text;

namespace Homeostat.LocalHost;

/// <summary>The file of one run of an instance: <c>{id}.{generation}.jsonl</c>.</summary>
/// <param name="Instance">The instance's id.</param>
/// <param name="Generation">0, 1, 2, ...: one more with every start and continue-as-new.</param>
internal readonly record struct HistoryFile(string Instance, int Generation)
{
    private const string Ending = ".jsonl";

    /// <summary>Longest escaped id: with generation and ending it must fit a file name of 255 bytes.</summary>
    private const int LongestName = 230;

    /// <summary>
    /// The file's name. Lower case letters, digits, <c>-</c>, <c>_</c> and <c>.</c> stand for themselves and every other byte is escaped, capitals
    /// included: two ids that differ in case are two files on every system.
    /// </summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Escape(Instance)}.{Generation}{Ending}");

    /// <summary>Whether an id can be a file's name.</summary>
    public static bool CanName(string id) => id.Length is > 0 and <= LongestName && Escape(id).Length <= LongestName;

    /// <summary>From a file's name; null when it is not one of ours.</summary>
    public static HistoryFile? Parse(string name)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal)) return null;
        var stem = name[..^Ending.Length];
        var dot = stem.LastIndexOf('.');
        return dot > 0 && int.TryParse(stem[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? new HistoryFile(Uri.UnescapeDataString(stem[..dot]), generation)
            : null;
    }

    private static string Escape(string id)
    {
        var escaped = new StringBuilder(id.Length);
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            if (b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_' or (byte)'.') escaped.Append((char)b);
            else escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        return escaped.ToString();
    }
}

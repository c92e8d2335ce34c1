using System.Globalization;

namespace Homeostat.Dashboard;

/// <summary>Values in sentences.</summary>
internal static class Show
{
    private const int Longest = 60;

    /// <summary>What a caller wrote: cut, and with nothing that moves a cursor.</summary>
    internal static string Quoted(string text) =>
        $"'{string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? '\u00b7' : c))}{(text.Length > Longest ? "..." : "")}'";

    /// <summary>Words of others, as a sentence that another may follow.</summary>
    internal static string Ended(string text) => text.TrimEnd() is [.., '.' or '!' or '?'] it ? it : text.TrimEnd() + ".";

    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} seconds");

    /// <summary>"2026-05-03 14:05 UTC".</summary>
    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}

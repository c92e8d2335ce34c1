using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Turns of phrase for what a policy means.</summary>
internal static class Say
{
    private static readonly string[] s_small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"two", "12,345".</summary>
    internal static string Count(long value) => value >= 0 && value < s_small.Length ? s_small[value] : Words.Count(value);

    /// <summary>"1 row", "200 rows".</summary>
    internal static string Count(long value, string noun) => $"{Words.Count(value)} {noun}{(value == 1 ? "" : "s")}";

    /// <summary>"5 percentage points".</summary>
    internal static string Points(double share)
    {
        string points = (share * 100).ToString("0.####", CultureInfo.InvariantCulture);
        return $"{points} percentage point{(points == "1" ? "" : "s")}";
    }

    /// <summary>"5 %", with every digit that a policy gives.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    internal static string Number(double value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture);

    internal static string Money(decimal amount) => amount.ToString("#,0.00##", CultureInfo.InvariantCulture);

    /// <summary>"a, b and c".</summary>
    internal static string All(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";

    /// <summary>"a; b; and c": parts that hold commas themselves; "a, and b" of two.</summary>
    internal static string List(IReadOnlyList<string> parts, string last) => parts.Count switch
    {
        < 2 => string.Concat(parts),
        2 => $"{parts[0]}, {last} {parts[1]}",
        _ => $"{string.Join("; ", parts.Take(parts.Count - 1))}; {last} {parts[^1]}",
    };

    /// <summary>One sentence after the other; nothing of those that are null.</summary>
    internal static string Sentences(params string?[] sentences) => string.Join(' ', sentences.Where(sentence => sentence is not null).Select(Capital!));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

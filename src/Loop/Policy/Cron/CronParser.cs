using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Homeostat.Loop;

/// <summary>From the words of a cron schedule to its fields.</summary>
internal static class CronParser
{
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] s_weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly CronFieldRange[] s_ranges =
    [
        new("minute", 0, 59, []), new("hour", 0, 23, []), new("day of the month", 1, 31, []), new("month", 1, 12, s_months), new("day of the week", 0, 7, s_weekdays),
    ];

    internal static bool TryParse(string text, out CronField[] fields, [NotNullWhen(false)] out string? problem)
    {
        string[] parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        fields = new CronField[s_ranges.Length];
        problem = parts.Length == s_ranges.Length ? null : Miscounted(parts);
        for (int i = 0; i < fields.Length && problem is null; i++) fields[i] = Field(parts[i], s_ranges[i], ref problem);
        return problem is null;
    }

    private static string Miscounted(string[] parts)
    {
        string expected = "expected 5: minute, hour, day of the month, month, day of the week, as in \"0 3 * * 1\"";
        return parts is [['@', ..]] ? $"is a nickname, {expected}" : $"has {parts.Length} field{(parts.Length == 1 ? "" : "s")}, {expected}";
    }

    private static CronField Field(string text, CronFieldRange range, ref string? problem)
    {
        ulong values = 0;
        foreach (string element in text.Split(',')) values |= Element(element, range, ref problem);
        // Sunday has two numbers.
        if (range.Most == 7 && (values >> 7 & 1) == 1) values = values & 0x7F | 1;
        return new CronField(values, text[0] == '*');
    }

    private static ulong Element(string text, CronFieldRange range, ref string? problem)
    {
        string[] parts = text.Split('/');
        string[] ends = parts[0].Split('-');
        if (parts.Length > 2 || ends.Length > 2) return Refuse(text, range, "cannot be read", ref problem);
        bool all = parts[0] == "*";
        if ((all ? range.Least : range.Value(ends[0])) is not { } from || (all ? range.Most : range.Value(ends[^1])) is not { } to)
            return Refuse(text, range, "cannot be read", ref problem);
        if (from > to) return Refuse(text, range, $"runs backwards{(range.Most == 7 ? "; Sunday at the end of a range is 7" : "")}", ref problem);
        int step = 1;
        if (parts.Length == 2)
        {
            if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1) return Refuse(text, range, "has no step that can be read", ref problem);
            if (!all && ends.Length == 1) return Refuse(text, range, $"gives a step to a single value; \"{from}-{range.Most}/{step}\" starts there", ref problem);
        }
        return Bits(from, to, step);
    }

    private static ulong Bits(int from, int to, long step)
    {
        ulong bits = 0;
        for (long value = from; value <= to; value += step) bits |= 1UL << (int)value;
        return bits;
    }

    private static ulong Refuse(string text, CronFieldRange range, string what, ref string? problem)
    {
        string names = range.Names.Length == 0 ? "" : $" or {range.Names[0]} to {range.Names[^1]}";
        problem ??= $"has \"{text}\" as its {range.Name}, which {what}; expected {range.Least} to {range.Most}{names}, *, ranges a-b, steps */n or lists a,b";
        return 0;
    }
}

using System.Globalization;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Values of a column in words: timestamps as dates, their differences as durations, other numbers as numbers.</summary>
internal static class ValueWords
{
    // 0001-01-01 and 9999-12-31 in seconds since 1970: what a date can say.
    private const double FirstSecond = -62_135_596_800, LastSecond = 253_402_300_799;

    public static string Value(ColumnType type, double value) =>
        type == ColumnType.Timestamp && value is >= FirstSecond and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds((long)value).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : Words.Number(value);

    public static string Difference(ColumnType type, double value)
    {
        if (type != ColumnType.Timestamp) return Words.Number(value);
        return Math.Abs(value) switch
        {
            >= 86_400 => $"{Words.Number(value / 86_400)} days",
            >= 3_600 => $"{Words.Number(value / 3_600)} h",
            >= 60 => $"{Words.Number(value / 60)} min",
            _ => $"{Words.Number(value)} s",
        };
    }
}

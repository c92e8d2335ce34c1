using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Lengths and points of time as people read them.</summary>
internal static class DurationWords
{
    /// <summary>"10 minutes", "24 hours", "7 days", "1 hour and 30 minutes": exact.</summary>
    internal static string Of(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero) return $"minus {Of(-duration)}";
        // A day is told as 24 hours: it starts at any time and ends at the same.
        int days = duration.Days > 1 ? duration.Days : 0;
        var rest = duration - TimeSpan.FromDays(days);
        decimal seconds = rest.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
        var parts = new List<string>();
        if (days > 0) parts.Add(Counted(days, "day"));
        if (rest.TotalHours >= 1) parts.Add(Counted((int)rest.TotalHours, "hour"));
        if (rest.Minutes > 0) parts.Add(Counted(rest.Minutes, "minute"));
        if (seconds > 0) parts.Add(Counted(seconds, "second"));
        return parts.Count == 0 ? "no time" : Say.All(parts);
    }

    /// <summary>The same of a length that was measured: rounded to a tenth of a second, to seconds from a minute on, to minutes from an hour on, to hours from two days on.</summary>
    internal static string About(TimeSpan duration)
    {
        var size = duration.Duration();
        long unit = size < TimeSpan.FromMinutes(1) ? TimeSpan.TicksPerSecond / 10
            : size < TimeSpan.FromHours(1) ? TimeSpan.TicksPerSecond
            : size < TimeSpan.FromDays(2) ? TimeSpan.TicksPerMinute
            : TimeSpan.TicksPerHour;
        return Of(TimeSpan.FromTicks((long)Math.Round((decimal)duration.Ticks / unit, MidpointRounding.AwayFromZero) * unit));
    }

    /// <summary>"2026-05-03 14:05 UTC".</summary>
    internal static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private static string Counted(decimal count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0.#######} {unit}{(count == 1 ? "" : "s")}");
}

using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Lengths and points of time as people read them.</summary>
internal static class DurationWords
{
    /// <summary>"45 seconds", "10 minutes", "6.5 hours", "30 days": the largest unit of which there is at least one and a half.</summary>
    public static string Of(TimeSpan time)
    {
        if (time.TotalSeconds < 90) return Unit(time.TotalSeconds, "second");
        if (time.TotalMinutes < 90) return Unit(time.TotalMinutes, "minute");
        return time.TotalHours < 72 ? Unit(time.TotalHours, "hour") : Unit(time.TotalDays, "day");
    }

    /// <summary>"2026-05-03 14:05 UTC".</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private static string Unit(double count, string unit)
    {
        string number = Math.Round(count, 1).ToString("0.#", CultureInfo.InvariantCulture);
        return number == "1" ? $"1 {unit}" : $"{number} {unit}s";
    }
}

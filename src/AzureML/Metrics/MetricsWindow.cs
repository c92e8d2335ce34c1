using System.Globalization;

namespace Homeostat.AzureML;

/// <summary>
/// Whole steps, minutes unless told otherwise: the platform measures none shorter. A step that began before the window, or has not ended within it,
/// is left out: it holds answers from outside, and one under way still changes.
/// </summary>
internal readonly record struct MetricsWindow(DateTimeOffset From, DateTimeOffset To)
{
    internal bool IsEmpty => From >= To;

    internal string Timespan => $"{Text(From)}/{Text(To)}";

    internal bool Holds(DateTimeOffset time) => time >= From && time < To;

    internal static MetricsWindow Of(DateTimeOffset from, DateTimeOffset to, TimeSpan grain) => new(Floor(from.AddTicks(grain.Ticks - 1), grain), Floor(to, grain));

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan grain) => new(time.UtcTicks - time.UtcTicks % grain.Ticks, TimeSpan.Zero);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

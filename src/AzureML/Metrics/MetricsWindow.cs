using System.Globalization;

namespace Homeostat.AzureML;

/// <summary>
/// Whole minutes: the platform measures none shorter. A minute that began before the window, or has not ended within it, is left out: it holds
/// answers from outside, and a minute under way still changes.
/// </summary>
internal readonly record struct MetricsWindow(DateTimeOffset From, DateTimeOffset To)
{
    internal bool IsEmpty => From >= To;

    internal string Timespan => $"{Text(From)}/{Text(To)}";

    internal bool Holds(DateTimeOffset time) => time >= From && time < To;

    internal static MetricsWindow Of(DateTimeOffset from, DateTimeOffset to) => new(Floor(from.AddTicks(TimeSpan.TicksPerMinute - 1)), Floor(to));

    private static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

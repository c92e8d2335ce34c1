using System.Globalization;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>A point of time on the command line.</summary>
internal static class Since
{
    internal const string Expected = "expected a time as in 2026-03-02, 2026-03-02T08:00 (UTC) or 2026-03-02T08:00+01:00, or how long ago as in 30m, 24h or 7d";

    /// <summary>The time; null when the text is none.</summary>
    internal static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        if (Durations.TryParse(text, out var ago)) return now - DateTimeOffset.MinValue > ago ? now - ago : DateTimeOffset.MinValue;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}

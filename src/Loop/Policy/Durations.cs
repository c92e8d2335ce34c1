using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Homeostat.Loop;

/// <summary>
/// Spans of time in policy files and on command lines: ISO 8601 ("PT10M", "P1D", "P2W") and short ("30s", "10m", "24h", "7d", "1h30m"). Years and months are not
/// read: their length depends on the calendar.
/// </summary>
public static partial class Durations
{
    private const int MostDigits = 12;
    private static readonly (string Group, long Ticks)[] s_units =
    [
        ("w", 7 * TimeSpan.TicksPerDay), ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond),
    ];

    /// <summary>The form as a regular expression of JSON Schema.</summary>
    internal const string Pattern =
        @"^(P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?|(?=[0-9])([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+(\.[0-9]+)?s)?)$";

    /// <summary>Reads a span of time; false when the text is none.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Iso8601.Match(text);
        if (!match.Success) match = Short.Match(text);
        if (!match.Success) return false;
        decimal ticks = 0;
        foreach (var (group, unit) in s_units)
        {
            string amount = match.Groups[group].Value;
            if (amount.Length > MostDigits) return false;
            if (amount.Length > 0) ticks += decimal.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * unit;
        }
        if (ticks > long.MaxValue) return false;
        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    /// <summary>"P1D", "PT1H30M", "PT0.5S".</summary>
    internal static string Iso(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero) return "PT0S";
        var text = new StringBuilder(duration < TimeSpan.Zero ? "-P" : "P");
        var size = duration.Duration();
        if (size.Days > 0) text.Append(size.Days).Append('D');
        var rest = size - TimeSpan.FromDays(size.Days);
        if (rest > TimeSpan.Zero) text.Append('T');
        if (rest.Hours > 0) text.Append(rest.Hours).Append('H');
        if (rest.Minutes > 0) text.Append(rest.Minutes).Append('M');
        decimal seconds = rest.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
        if (seconds > 0) text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        return text.ToString();
    }

    [GeneratedRegex(@"^P(?=[0-9T])((?<w>[0-9]+)W)?((?<d>[0-9]+)D)?(T(?=[0-9])((?<h>[0-9]+)H)?((?<m>[0-9]+)M)?((?<s>[0-9]+(\.[0-9]+)?)S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso8601 { get; }

    [GeneratedRegex(@"^(?=[0-9])((?<w>[0-9]+)w)?((?<d>[0-9]+)d)?((?<h>[0-9]+)h)?((?<m>[0-9]+)m)?((?<s>[0-9]+(\.[0-9]+)?)s)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Short { get; }
}

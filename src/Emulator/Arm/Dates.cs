using System.Globalization;
using System.Xml;

namespace Homeostat.Emulator;

/// <summary>Dates and durations as they stand in bodies and headers.</summary>
internal static class Dates
{
    internal static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    internal static string Seconds(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Iso(TimeSpan duration) => XmlConvert.ToString(duration);

    internal static TimeSpan? Duration(string? iso)
    {
        if (iso is null) return null;
        try
        {
            return XmlConvert.ToTimeSpan(iso);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

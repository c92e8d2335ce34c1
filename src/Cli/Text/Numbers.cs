using System.Globalization;

namespace Homeostat.Cli;

/// <summary>Numbers as people read them: three figures, no noise.</summary>
internal static class Numbers
{
    internal static string Short(double value)
    {
        if (double.IsPositiveInfinity(value)) return "inf";
        double size = Math.Abs(value);
        if (size == 0) return "0";
        if (size is >= 1e6 or < 0.0005) return value.ToString("0.##e+0", CultureInfo.InvariantCulture);
        string format = size >= 100 ? "0" : size >= 10 ? "0.#" : size >= 1 ? "0.##" : "0.###";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    internal static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 row", "2 rows".</summary>
    internal static string Count(long value, string noun) => $"{Count(value)} {noun}{(value == 1 ? "" : "s")}";

    internal static string Percent(double share) => Short(share * 100) + " %";
}

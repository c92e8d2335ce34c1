using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Numbers and names as people read them: at most four significant digits, percent with one digit.</summary>
internal static class Words
{
    private const int LongestName = 40;

    /// <summary>"3.142", "12,350", "1.2e-7"; at most four significant digits.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        if (size == 0) return "0";
        if (!double.IsFinite(value)) return value > 0 ? "infinity" : value < 0 ? "-infinity" : "not a number";
        if (size is < 1e-4 or >= 1e12) return value.ToString("0.###e-0", CultureInfo.InvariantCulture);
        int decimals = 3 - (int)Math.Floor(Math.Log10(size));
        if (decimals >= 0) return Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("#,0.#######", CultureInfo.InvariantCulture);
        double unit = Math.Pow(10, -decimals);
        return (Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit).ToString("#,0", CultureInfo.InvariantCulture);
    }

    /// <summary>"12,345": every digit.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"about" a count: two significant digits, rounded up.</summary>
    public static string RoundedUp(long value)
    {
        long unit = 1;
        while (value / unit >= 100) unit *= 10;
        return Count((value + unit - 1) / unit * unit);
    }

    /// <summary>"12.3 %"; a share that is not 0 is never written as 0.</summary>
    public static string Percent(double share)
    {
        if (share is > 0 and < 0.0005) return "<0.1 %";
        if (share is > 0.9995 and < 1) return ">99.9 %";
        return (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>"0.1 % -> 12 %".</summary>
    public static string Change(double from, double to) => $"{Percent(from)} -> {Percent(to)}";

    /// <summary>"'LHR'": a value from the data, cut to 40 characters, control characters made visible.</summary>
    public static string Quoted(string value) => $"'{Clean(value)}'";

    /// <summary>A name from the data, cut to 40 characters, control characters made visible.</summary>
    public static string Clean(string value)
    {
        bool cut = value.Length > LongestName;
        return string.Create(cut ? LongestName : value.Length, (value, cut), static (span, from) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = char.IsControl(from.value[i]) ? '\u00b7' : from.value[i];
            if (!from.cut) return;
            if (char.IsHighSurrogate(span[^2])) span[^2] = '\u2026';
            span[^1] = '\u2026';
        });
    }
}

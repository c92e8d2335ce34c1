using System.Globalization;

namespace Homeostat.Loop;

/// <summary>What one field of a cron schedule may hold.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Least">Its smallest value.</param>
/// <param name="Most">Its largest value.</param>
/// <param name="Names">Names of the values, from the smallest on.</param>
internal sealed record CronFieldRange(string Name, int Least, int Most, string[] Names)
{
    /// <summary>The value of a number or name; null when it is none of the field's.</summary>
    internal int? Value(string text)
    {
        int named = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0) return named + Least;
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value);
        return isNumber && value >= Least && value <= Most ? value : null;
    }
}

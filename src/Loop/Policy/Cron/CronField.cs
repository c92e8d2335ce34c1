using System.Numerics;

namespace Homeostat.Loop;

/// <summary>The values of one field of a cron schedule, all below 64.</summary>
/// <param name="Values">One bit a value.</param>
/// <param name="IsOpen">The field starts with <c>*</c>: it does not restrict.</param>
internal readonly record struct CronField(ulong Values, bool IsOpen)
{
    internal bool Has(int value) => (Values >> value & 1) == 1;

    /// <summary>The smallest value that is not below one; null when there is none.</summary>
    internal int? From(int value)
    {
        ulong rest = Values >> value << value;
        return rest == 0 ? null : BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>The only value; null when there are more.</summary>
    internal int? Single => BitOperations.IsPow2(Values) ? BitOperations.TrailingZeroCount(Values) : null;

    /// <summary>All values, in order.</summary>
    internal IEnumerable<int> All
    {
        get
        {
            for (int? value = From(0); value is { } found; value = found < 63 ? From(found + 1) : null) yield return found;
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Homeostat.Statistics;

/// <summary>Checks of what callers hand in. Each message says what happened, why it matters, and what to do.</summary>
internal static class TestInputs
{
    internal static void NotEmpty<T>(ReadOnlySpan<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (values.IsEmpty)
            Throw($"'{name}' holds 0 values. A test compares distributions, and no values have none. "
                + "Wait for data, or leave this comparison out.", name);
    }

    internal static void SameLength(int first, int second, string name)
    {
        if (first != second)
            Throw($"'{name}' has {second} cells but the first vector has {first}. Counts compare cell by cell over one common grid. "
                + "Count both samples over the same grid.", name);
    }

    /// <summary>The sum of a count vector; refuses negative counts, sums above long.MaxValue and empty samples.</summary>
    internal static long PositiveTotal(ReadOnlySpan<long> counts, [CallerArgumentExpression(nameof(counts))] string name = "")
    {
        var total = Total(counts, name);
        if (total == 0)
            Throw($"'{name}' counts 0 observations in {counts.Length} cells. A test compares distributions, and no observations have none. "
                + "Wait for data, or leave this comparison out.", name);
        return total;
    }

    internal static long Total(ReadOnlySpan<long> counts, string name)
    {
        long total = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0) NotNegative(counts[i], name, i);
            if (counts[i] > long.MaxValue - total)
                Throw($"'{name}' counts more than {long.MaxValue} observations. Beyond that the exact integer sums overflow. "
                    + "Check the counts for corruption.", name);
            total += counts[i];
        }
        return total;
    }

    internal static void NotNegative(long count, string name, int? cell = null)
    {
        if (count < 0)
            Throw($"'{name}' holds the count {count}{(cell is { } i ? $" in cell {i}" : "")}. "
                + "A count below zero is no count of observations. Pass raw counts, not differences or weights.", name);
    }

    internal static void AtLeastOne(long size, [CallerArgumentExpression(nameof(size))] string name = "")
    {
        if (size < 1)
            Throw($"'{name}' is {size}, below 1. A test compares distributions, and no values have none. Pass the number of values behind "
                + "the statistic.", name);
    }

    internal static void AtMost(long value, long limit, string why, string name)
    {
        if (value > limit)
            Throw($"'{name}' is {value}, above the limit of {limit}. {why}", name);
    }

    internal static void Proportion(long successes, long trials, [CallerArgumentExpression(nameof(successes))] string name = "",
        [CallerArgumentExpression(nameof(trials))] string trialsName = "")
    {
        NotNegative(successes, name);
        AtLeastOne(trials, trialsName);
        AtMost(successes, trials, $"That is more than '{trialsName}', so no proportion. Check for swapped arguments.", name);
    }

    internal static void InUnitInterval(double value, string what, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < 0 || value > 1)
            Throw($"'{name}' is {value:R}, outside [0, 1]. {what} lies between 0 and 1 by definition. Check how it was computed.", name);
    }

    internal static void Confidence(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && value < 1))
            Throw($"'{name}' is {value:R}, outside (0, 1). A confidence level is a probability, and 0 and 1 give no interval. "
                + "Pass a fraction such as 0.95, not a percentage.", name);
    }

    internal static bool HasNaN(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (double.IsNaN(value)) return true;
        return false;
    }

    [DoesNotReturn]
    internal static void Throw(string message, string name) => throw new ArgumentException(message, name);
}

namespace Homeostat.Statistics;

/// <summary>
/// The k-sample Anderson-Darling test with midranks for ties (F. W. Scholz and M. A. Stephens 1987, J. Am. Stat. Assoc. 82, 918,
/// equation 7): scipy.stats.anderson_ksamp(samples, midrank=True).
/// </summary>
public static class AndersonDarling
{
    /// <summary>Tests two samples.</summary>
    /// <param name="first">Values in any order, at least one; infinities are ordered values; NaN makes the result NaN.</param>
    /// <param name="second">Values in any order, at least one.</param>
    /// <returns>As for k samples.</returns>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static AndersonDarlingResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        TestInputs.NotEmpty(first);
        TestInputs.NotEmpty(second);
        using var values = new Rented<double>(first.Length + second.Length);
        first.CopyTo(values.Span);
        second.CopyTo(values.Span[first.Length..]);
        return Test(values.Span, [first.Length, second.Length]);
    }

    /// <summary>Tests k samples.</summary>
    /// <param name="values">All values, sample after sample; NaN makes the result NaN.</param>
    /// <param name="sizes">The sizes of the samples in the same order, two or more, each at least 1, summing to the number of
    /// values.</param>
    /// <returns>
    /// The normalised statistic, ln p and whether it was capped. Fewer than four values in all: NaN, the variance is not defined. All
    /// values equal: p = 1.
    /// </returns>
    /// <exception cref="ArgumentException">Fewer than two samples, an empty one, or sizes that do not sum to the number of
    /// values.</exception>
    public static AndersonDarlingResult Test(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes)
    {
        CheckSizes(values.Length, sizes);
        if (TestInputs.HasNaN(values) || values.Length < 4) return new(double.NaN, double.NaN, PValueCap.None);
        using var sorted = new LabelledValues(values, sizes);
        var spread = Math.Sqrt(AndersonDarlingTable.Variance(sizes));
        var statistic = (sorted.AndersonDarling(sizes) - (sizes.Length - 1)) / spread;
        return sorted.IsConstant ? new(statistic, 0, PValueCap.None) : AndersonDarlingTable.Result(statistic, sizes.Length - 1);
    }

    private static void CheckSizes(int values, ReadOnlySpan<int> sizes)
    {
        if (sizes.Length < 2)
            TestInputs.Throw($"'sizes' names {sizes.Length} samples. A comparison needs two. "
                + "Pass the size of every sample.", nameof(sizes));
        long total = 0;
        foreach (var size in sizes)
        {
            TestInputs.AtLeastOne(size, nameof(sizes));
            total += size;
        }
        if (total != values)
            TestInputs.Throw($"'sizes' sums to {total} but there are {values} values. Values would be counted to the wrong sample. "
                + "Pass the samples one after another, and their sizes in the same order.", nameof(sizes));
    }
}

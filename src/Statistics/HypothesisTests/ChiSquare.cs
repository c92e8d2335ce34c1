namespace Homeostat.Statistics;

/// <summary>
/// Pearson's chi-square test of homogeneity on a table of counts (Pearson 1900; Agresti 2013, "Categorical Data Analysis", section 3.2).
/// Rows are samples, columns are categories. Rows and columns that count nothing say nothing and are dropped, and the degrees of
/// freedom are those of what is left. Agrees with scipy.stats.chi2_contingency(table, correction=False) on tables without zero margins.
/// </summary>
public static class ChiSquare
{
    /// <summary>Tests whether the rows of a table come from one distribution over its columns.</summary>
    /// <param name="table">Row-major counts, each at or above zero; rows x <paramref name="columns"/> of them.</param>
    /// <param name="columns">The number of columns, at least one.</param>
    /// <param name="yates">Moves each count of a table with one degree of freedom by at most 1/2 towards its expectation (Yates
    /// 1934).</param>
    /// <returns>The chi-square statistic (0 or above) and ln p. With fewer than two rows or columns left: statistic 0, p = 1.</returns>
    /// <exception cref="ArgumentException">Empty or ragged table, a negative count, no observations at all, or a sum above
    /// 9.2e18.</exception>
    public static TestResult Homogeneity(ReadOnlySpan<long> table, int columns, bool yates = false)
    {
        using var margins = new TableMargins(table, columns);
        var degrees = margins.DegreesOfFreedom;
        var statistic = degrees == 0 ? 0 : Statistic(table, margins, yates && degrees == 1);
        return new(statistic, degrees == 0 ? 0 : LogSurvival.ChiSquare(statistic, degrees));
    }

    /// <summary>Tests whether two samples, counted over the same categories, come from one distribution.</summary>
    /// <param name="first">Counts of the first sample, at or above zero, at least one of them above.</param>
    /// <param name="second">Counts of the second sample over the same categories; same length.</param>
    /// <param name="yates">As in <see cref="Homogeneity(ReadOnlySpan{long}, int, bool)"/>.</param>
    /// <returns>The chi-square statistic and ln p.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative, or a sample is empty.</exception>
    public static TestResult Homogeneity(ReadOnlySpan<long> first, ReadOnlySpan<long> second, bool yates = false)
    {
        TestInputs.SameLength(first.Length, second.Length, nameof(second));
        TestInputs.PositiveTotal(first);
        TestInputs.PositiveTotal(second);
        using var table = new Rented<long>(2 * first.Length);
        first.CopyTo(table.Span);
        second.CopyTo(table.Span[first.Length..]);
        return Homogeneity(table.Span, first.Length, yates);
    }

    /// <summary>
    /// (rows - 1)(columns - 1) after dropping rows and columns that count nothing; 0 when fewer than two of either are left.
    /// </summary>
    /// <param name="table">Row-major counts, as in <see cref="Homogeneity(ReadOnlySpan{long}, int, bool)"/>.</param>
    /// <param name="columns">The number of columns, at least one.</param>
    /// <returns>The degrees of freedom the test uses.</returns>
    /// <exception cref="ArgumentException">As in <see cref="Homogeneity(ReadOnlySpan{long}, int, bool)"/>.</exception>
    public static int DegreesOfFreedom(ReadOnlySpan<long> table, int columns)
    {
        using var margins = new TableMargins(table, columns);
        return margins.DegreesOfFreedom;
    }

    /// <summary>
    /// Sum of (O - E)^2 / E as (O N - R C)^2 / (N R C): the numerator is an exact integer, so that tables of billions that differ by
    /// a handful keep their digits.
    /// </summary>
    private static double Statistic(ReadOnlySpan<long> table, in TableMargins margins, bool yates)
    {
        double sum = 0, total = margins.Total;
        for (var cell = 0; cell < table.Length; cell++)
        {
            long row = margins.Rows[cell / margins.Columns.Length], column = margins.Columns[cell % margins.Columns.Length];
            if (row == 0 || column == 0) continue;
            var distance = Math.Abs(ExactProducts.Difference(table[cell], margins.Total, row, column)) / total;
            if (yates) distance -= Math.Min(0.5, distance);
            sum += distance * distance / ((double)row / total * column);
        }
        return sum;
    }
}

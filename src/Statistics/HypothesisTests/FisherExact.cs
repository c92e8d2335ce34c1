namespace Homeostat.Statistics;

/// <summary>
/// Fisher's exact test of a 2 x 2 table given its margins (R. A. Fisher 1935, J. R. Stat. Soc. 98, 39). Two-sided p is the total
/// probability of tables no likelier than the observed one (within 1e-7, as R's fisher.test); one-sided p are hypergeometric tails.
/// Works in logarithms from the observed table outwards: counts of 1e9 take milliseconds.
/// </summary>
public static class FisherExact
{
    /// <summary>Tests independence of rows and columns of the table [[a, b], [c, d]].</summary>
    /// <param name="a">First row, first column; counts are at or above zero and sum to at most 2^53.</param>
    /// <param name="b">First row, second column.</param>
    /// <param name="c">Second row, first column.</param>
    /// <param name="d">Second row, second column.</param>
    /// <param name="alternative">Greater: a is larger than the margins suggest (odds ratio above one).</param>
    /// <returns>
    /// The sample odds ratio ad / (bc) (infinity when bc is zero) and ln p. A row or column without counts leaves nothing to compare:
    /// p = 1 and the odds ratio is NaN, as in scipy.stats.fisher_exact.
    /// </returns>
    /// <exception cref="ArgumentException">A count is negative, all are zero, or they sum to more than 2^53.</exception>
    public static TestResult Test(long a, long b, long c, long d, Alternative alternative = Alternative.TwoSided)
    {
        TestInputs.AtMost(TestInputs.PositiveTotal([a, b, c, d], "table"), OutwardSum.Limit, "Larger counts are not exact in a double. "
            + "Use ChiSquare, which differs in no visible digit at this size.", "table");
        if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0) return new(double.NaN, 0);
        var tails = new HypergeometricTails(marked: a + b, unmarked: c + d, drawn: a + c);
        return new(b == 0 || c == 0 ? double.PositiveInfinity : (double)a / b * ((double)d / c), alternative switch
        {
            Alternative.Less => tails.LogLower(a),
            Alternative.Greater => tails.LogUpper(a),
            _ => tails.LogNoLikelier(a),
        });
    }
}

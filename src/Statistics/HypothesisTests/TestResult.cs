namespace Homeostat.Statistics;

/// <summary>
/// The end of a hypothesis test: the observed statistic and the natural logarithm of its p-value.
/// The logarithm is the primary value because monitoring sees samples so large that p falls far below the smallest double;
/// two such p-values must still compare and combine.
/// </summary>
/// <param name="Statistic">The observed statistic, in the unit the test documents; NaN when an input held NaN.</param>
/// <param name="LogPValue">ln p, in [-infinity, 0]; NaN when an input held NaN. Keeps being right where p itself underflows.</param>
public readonly record struct TestResult(double Statistic, double LogPValue)
{
    /// <summary>ln p, in [-infinity, 0]; NaN when an input held NaN. Keeps being right where p itself underflows.</summary>
    public double LogPValue { get; init; } = LogPValue + 0.0; // turns -0 into 0, which reports would print

    /// <summary>p = exp(<see cref="LogPValue"/>), in [0, 1]; 0 once it falls below about 5e-324; NaN when the logarithm is NaN.</summary>
    public double PValue => Math.Exp(LogPValue);

    /// <summary>The answer of every test to an input that holds NaN: nothing was measured, so nothing is claimed.</summary>
    internal static TestResult NotANumber => new(double.NaN, double.NaN);
}

namespace Homeostat.Statistics;

/// <summary>The end of a k-sample Anderson-Darling test, whose p-value is known between 0.1 % and 25 % only.</summary>
/// <param name="Statistic">The normalised statistic: mean 0 and variance 1 when the samples come from one distribution.</param>
/// <param name="LogPValue">ln p, interpolated, or the end of the table when <paramref name="Cap"/> says so.</param>
/// <param name="Cap">Whether the p-value is the end of the table, and on which side of it the true value lies.</param>
public readonly record struct AndersonDarlingResult(double Statistic, double LogPValue, PValueCap Cap)
{
    /// <summary>p = exp(<see cref="LogPValue"/>); NaN when an input held NaN.</summary>
    public double PValue => Math.Exp(LogPValue);
}

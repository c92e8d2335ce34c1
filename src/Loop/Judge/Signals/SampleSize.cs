using Homeostat.Statistics;
using MathNet.Numerics;

namespace Homeostat.Loop;

/// <summary>
/// From which sample size on a statistic above its threshold cannot be chance. Under no drift, with n and m observations and B bins, PSI,
/// 8 ln 2 JS^2 and 8 H^2 are all about chi-square with B - 1 degrees of freedom times (1/n + 1/m), and D is Kolmogorov's K times the root of
/// (1/n + 1/m): so each asks for the n at which its own alpha-quantile falls to the threshold.
/// <para>Source: B. Yurdakul, Statistical properties of population stability index, 2018 (PSI); the others by the same second-order expansion
/// around equal proportions.</para>
/// </summary>
internal static class SampleSize
{
    public static Need ForPsi(double threshold, in Sizes sizes, double alpha) => ForBins(threshold, sizes, alpha);

    public static Need ForJensenShannon(double threshold, in Sizes sizes, double alpha) =>
        ForBins(8 * Constants.Ln2 * threshold * threshold, sizes, alpha);

    public static Need ForHellinger(double threshold, in Sizes sizes, double alpha) => ForBins(8 * threshold * threshold, sizes, alpha);

    public static Need ForKs(double threshold, in Sizes sizes, double alpha)
    {
        double critical = Quantile(LogSurvival.Kolmogorov, alpha);
        return Need.Solve(threshold * threshold / (critical * critical), sizes.Reference);
    }

    /// <summary>The n at which D sees a bell-shaped column shifted by the threshold: then D = 2 Phi(shift / 2) - 1.</summary>
    public static Need ForWasserstein(double threshold, in Sizes sizes, double alpha) =>
        ForKs(SpecialFunctions.Erf(threshold / (2 * Constants.Sqrt2)), sizes, alpha);

    /// <summary>The n at which a rate that rose by the threshold is significant, by the normal approximation with separate variances.</summary>
    public static Need ForRate(double threshold, double referenceRate, long referenceCount, double alpha)
    {
        double z = Quantile(LogSurvival.Normal, alpha), variance = threshold * threshold / (z * z);
        double risen = Math.Min(1, referenceRate + threshold);
        double here = risen * (1 - risen), there = referenceRate * (1 - referenceRate);
        double rest = variance - there / referenceCount;
        return new Need(rest > 0 ? Need.Up(Math.Max(1, here / rest)) : null, Need.Up(Math.Max(1, (here + there) / variance)));
    }

    private static Need ForBins(double effect, in Sizes sizes, double alpha)
    {
        int degrees = Math.Max(1, sizes.Bins - 1);
        return Need.Solve(effect / Quantile(x => LogSurvival.ChiSquare(x, degrees), alpha), sizes.Reference);
    }

    // All survival functions here fall from 1 towards 0: double an upper end, then halve the interval.
    private static double Quantile(Func<double, double> logSurvival, double alpha)
    {
        double target = Math.Log(alpha), low = 0, high = 1;
        while (logSurvival(high) > target) high *= 2;
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            if (logSurvival(middle) > target) low = middle;
            else high = middle;
        }
        return high;
    }
}

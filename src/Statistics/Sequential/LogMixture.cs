using MathNet.Numerics;

namespace Homeostat.Statistics;

/// <summary>
/// The logarithm of the likelihood of a sequence with given counts, averaged over Jeffreys' prior, Dirichlet(1/2, ..., 1/2): what the
/// Krichevsky-Trofimov estimator gives when fed one observation after the other, in any order.
/// </summary>
internal static class LogMixture
{
    public static double Of(ReadOnlySpan<long> counts)
    {
        double sum = 0, total = 0;
        foreach (long count in counts)
        {
            sum += Rise(count, 0.5);
            total += count;
        }

        return sum - Rise(total, 0.5 * counts.Length);
    }

    /// <summary>ln of a (a + 1) ... (a + count - 1).</summary>
    private static double Rise(double count, double a) => count == 0 ? 0 : SpecialFunctions.GammaLn(count + a) - SpecialFunctions.GammaLn(a);
}

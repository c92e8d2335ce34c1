using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: from scipy.stats import entropy; or, where noted, mpmath with 50 digits:
//   def kl(p, q): return sum(a*log(a/b) for a, b in zip(N(p), N(q)) if a)    # N scales to sum 1
public class KullbackLeiblerTests
{
    [Fact]
    public void Divergence_OfProbabilities_AgreesWithScipy()
    {
        Close.To(0.10644013528622318, KullbackLeibler.Divergence([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25])); // entropy(p, q)
        Close.To(0.11157177565710488, KullbackLeibler.Divergence([0, 0.2, 0.3, 0.5], [0.1, 0.2, 0.3, 0.4])); // entropy(p, q)
    }

    [Fact]
    public void Divergence_OfManyCells_AgreesWithScipy()
    {
        (double[] p, double[] q) = ManyCells();
        Close.To(0.5130493229505244, KullbackLeibler.Divergence(p, q)); // entropy(p, q)
    }

    [Fact]
    public void Divergence_WhenQLacksACell_IsInfinite()
    {
        Assert.Equal(double.PositiveInfinity, KullbackLeibler.Divergence([10L, 0, 35, 55], [3L, 7, 0, 90])); // entropy(p, q)
        Assert.True(double.IsFinite(KullbackLeibler.Divergence([10L, 0, 35], [3L, 7, 1])));
    }

    [Fact]
    public void Divergence_OfNearlyEqualCounts_KeepsItsDigits() =>
        // kl([10**6, 10**6], [10**6+1, 10**6])
        Close.To(1.2499987500010937e-13, KullbackLeibler.Divergence([1_000_000L, 1_000_000], [1_000_001L, 1_000_000]), 1e-9);

    [Fact]
    public void Divergence_OfCountsNearTwoToThe62_DoesNotOverflow() =>
        // kl([2**62, 2**62, 2**61], [1, 2**62, 2**62])
        Close.To(16.828277090460445, KullbackLeibler.Divergence([1L << 62, 1L << 62, 1L << 61], [1L, 1L << 62, 1L << 62]));

    [Fact]
    public void Divergence_WithADenormalCell_StaysFinite() =>
        // kl([1, 1], [5e-324, 1])
        Close.To(371.52688878013069, KullbackLeibler.Divergence([1.0, 1], [double.Epsilon, 1]));

    [Fact]
    public void Divergence_OfDenormals_AgreesWithMpmath() =>
        // kl([5e-324, 3*5e-324], [1, 1])
        Close.To(0.13081203594113696, KullbackLeibler.Divergence([double.Epsilon, 3 * double.Epsilon], [1.0, 1]));

    [Fact]
    public void Divergence_OfOppositeShares_AgreesWithMpmath() =>
        // kl([1, 10**15], [10**15, 1])
        Close.To(34.538776394910616, KullbackLeibler.Divergence([1L, 1_000_000_000_000_000], [1_000_000_000_000_000L, 1]));

    // i = np.arange(1024); p = i*7919 % 1013 + 1; q = i*104729 % 997 + 1
    internal static (double[] P, double[] Q) ManyCells() => (
        [.. Enumerable.Range(0, 1024).Select(i => i * 7919 % 1013 + 1.0)],
        [.. Enumerable.Range(0, 1024).Select(i => i * 104729 % 997 + 1.0)]);
}

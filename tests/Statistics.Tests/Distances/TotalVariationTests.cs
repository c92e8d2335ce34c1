using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: n = lambda a: np.array(a)/np.sum(a); tv = lambda p, q: np.abs(n(p) - n(q)).sum()/2
public class TotalVariationTests
{
    [Fact]
    public void Distance_AgreesWithNumpy()
    {
        Close.To(0.2, TotalVariation.Distance([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25])); // tv(p, q)
        Close.To(0.7, TotalVariation.Distance([0.1, 0.2, 0.3, 0.4], [0.5, 0.5, 0, 0])); // tv(p, q)
        Close.To(0.42, TotalVariation.Distance([10L, 0, 35, 55], [3L, 7, 0, 90])); // tv(p, q)
    }

    [Fact]
    public void Distance_OfCountsNearTwoToThe62_DoesNotOverflow() =>
        Close.To(0.4, TotalVariation.Distance([1L << 62, 1L << 62, 1L << 61], [0L, 1L << 62, 3L << 60])); // shares .4 .4 .2 and 0 4/7 3/7
}

using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: n = lambda a: np.array(a)/np.sum(a); hel = lambda p, q: np.sqrt(((np.sqrt(n(p)) - np.sqrt(n(q)))**2).sum()/2)
public class HellingerTests
{
    [Fact]
    public void Distance_AgreesWithNumpy()
    {
        Close.To(0.16789959640267477, Hellinger.Distance([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25])); // hel(p, q)
        Close.To(0.22975292054736118, Hellinger.Distance([0, 0.2, 0.3, 0.5], [0.1, 0.2, 0.3, 0.4])); // hel(p, q)
        Close.To(0.4915947317414711, Hellinger.Distance([10L, 0, 35, 55], [3L, 7, 0, 90])); // hel(p, q)
    }

    [Fact]
    public void Distance_OfExtremes_AgreesWithMpmath()
    {
        // mpmath, 50 digits, the same formula
        Close.To(1.7677660690834033e-7, Hellinger.Distance([1_000_000L, 1_000_000], [1_000_001L, 1_000_000]), 1e-9);
        Close.To(0.48637294155303713, Hellinger.Distance([1L << 62, 1L << 62, 1L << 61], [1L, 1L << 62, 1L << 62]));
        Close.To(0.18459191128251453, Hellinger.Distance([double.Epsilon, 3 * double.Epsilon], [1.0, 1]));
        Close.To(0.9999999683772229, Hellinger.Distance([1L, 1_000_000_000_000_000], [1_000_000_000_000_000L, 1]));
    }
}

using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: n = lambda a: np.array(a)/np.sum(a); li = lambda p, q: np.abs(n(p) - n(q)).max()
public class LInfinityTests
{
    [Fact]
    public void Distance_AgreesWithNumpy()
    {
        Close.To(0.15, LInfinity.Distance([0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25])); // li(p, q)
        Close.To(0.4, LInfinity.Distance([0.1, 0.2, 0.3, 0.4], [0.5, 0.5, 0, 0])); // li(p, q)
        Close.To(0.35, LInfinity.Distance([10L, 0, 35, 55], [3L, 7, 0, 90])); // li(p, q)
    }

    [Fact]
    public void Distance_NeverExceedsTotalVariation() => Seeded.Holds(Cases.CountTriples, c =>
        LInfinity.Distance(c.P, c.Q) <= TotalVariation.Distance(c.P, c.Q) + 1e-15);
}

using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: from scipy.spatial.distance import jensenshannon as js; or, where noted, mpmath with 50 digits:
//   P, Q = N(p), N(q); M = (P + Q)/2; sqrt((kl(P, M) + kl(Q, M))/(2*log(2)))    # N scales to sum 1
public class JensenShannonTests
{
    [Fact]
    public void Distance_OfProbabilities_AgreesWithScipy()
    {
        double[] p = [0.1, 0.2, 0.3, 0.4];
        Close.To(0.2005033225314282, JensenShannon.Distance(p, [0.25, 0.25, 0.25, 0.25])); // js(p, q, base=2)
        Close.To(0.7091551836567035, JensenShannon.Distance(p, [0.5, 0.5, 0, 0])); // js(p, q, base=2)
        Close.To(0.23241293654355832, JensenShannon.Distance([0, 0.2, 0.3, 0.5], p)); // js(p, q, base=2)
    }

    [Fact]
    public void Distance_OfCounts_AgreesWithScipy() =>
        Close.To(0.505090076009044, JensenShannon.Distance([10L, 0, 35, 55], [3L, 7, 0, 90])); // js(p, q, base=2)

    [Fact]
    public void Distance_OfManyCells_AgreesWithScipy()
    {
        (double[] p, double[] q) = KullbackLeiblerTests.ManyCells();
        Close.To(0.3872237708052502, JensenShannon.Distance(p, q)); // js(p, q, base=2)
    }

    [Fact]
    public void Distance_OfCountsNearTwoToThe62_DoesNotOverflow() =>
        // js([2.**62, 2.**62, 2.**61], [1, 2.**62, 2.**62], base=2)
        Close.To(0.5019198881041468, JensenShannon.Distance([1L << 62, 1L << 62, 1L << 61], [1L, 1L << 62, 1L << 62]));

    [Fact]
    public void Distance_OfNearlyEqualCounts_KeepsItsDigits() =>
        // mpmath for [10**6, 10**6], [10**6+1, 10**6]
        Close.To(2.1233034390684055e-7, JensenShannon.Distance([1_000_000L, 1_000_000], [1_000_001L, 1_000_000]), 1e-9);

    [Fact]
    public void Distance_OfDenormals_AgreesWithMpmath() =>
        // mpmath for [5e-324, 3*5e-324], [1, 1]
        Close.To(0.22089576884901741, JensenShannon.Distance([double.Epsilon, 3 * double.Epsilon], [1.0, 1]));

    [Fact]
    public void Distance_OfOppositeShares_AgreesWithMpmath() =>
        // mpmath for [1, 10**15], [10**15, 1]
        Close.To(0.99999999999997436, JensenShannon.Distance([1L, 1_000_000_000_000_000], [1_000_000_000_000_000L, 1]));

    [Fact]
    public void Divergence_IsTheSquareOfTheDistance() => Seeded.Holds(Cases.CountTriples, c =>
        Math.Abs(Math.Pow(JensenShannon.Distance(c.P, c.Q), 2) - JensenShannon.Divergence(c.P, c.Q)) < 1e-15);
}

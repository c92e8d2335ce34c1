using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: from scipy.stats import wasserstein_distance as wd; x = [-1, 0, 2.5, 2.5, 7]
public class WassersteinGridTests
{
    private const double Infinity = double.PositiveInfinity;
    private static readonly double[] _positions = [-1, 0, 2.5, 2.5, 7];

    [Fact]
    public void GridDistance_OfCounts_AgreesWithScipy()
    {
        Close.To(0.8, Wasserstein.GridDistance(_positions, [4L, 0, 3, 1, 2], [1L, 5, 0, 2, 2])); // wd(x, x, [4,0,3,1,2], [1,5,0,2,2])
        Close.To(0.8, Wasserstein.GridDistance(_positions, [0.4, 0, 0.3, 0.1, 0.2], [1.0, 5, 0, 2, 2])); // the same
    }

    [Fact]
    public void GridDistance_OfManyCells_AgreesWithScipy()
    {
        (double[] p, double[] q) = KullbackLeiblerTests.ManyCells();
        double[] positions = [.. Enumerable.Range(0, 1024).Select(i => (double)i)];
        Close.To(5.834236791149802, Wasserstein.GridDistance(positions, p, q)); // wd(i, i, p, q)
    }

    [Fact]
    public void GridDistance_OfCountsNearTwoToThe62_DoesNotOverflow() =>
        // wd([0,1,2], [0,1,2], [.4,.4,.2], [0,.5,.5])
        Close.To(0.7, Wasserstein.GridDistance([0, 1, 2], [1L << 62, 1L << 62, 1L << 61], [1L, 1L << 62, 1L << 62]));

    [Fact]
    public void GridDistance_WithOnePosition_IsZero() => Assert.Equal(0, Wasserstein.GridDistance([3], [1L], [1_000_000L]));

    [Fact]
    public void GridDistance_WithInfinitePositions_MovesOnlyUnequalShares()
    {
        Assert.Equal(0.5, Wasserstein.GridDistance([-Infinity, 0, 1, Infinity], [1L, 2, 0, 1], [1L, 0, 2, 1]));
        Assert.Equal(Infinity, Wasserstein.GridDistance([-Infinity, 0, Infinity], [1L, 2, 1], [1L, 1, 2]));
    }

    [Fact]
    public void GridDistance_WithNaN_IsNaN()
    {
        Assert.True(double.IsNaN(Wasserstein.GridDistance([0, double.NaN], [1L, 1], [1L, 1])));
        Assert.True(double.IsNaN(Wasserstein.GridDistance([0, 1], [double.NaN, 1], [1.0, 1])));
        Assert.True(double.IsNaN(Wasserstein.GridDistance([0, 1], [1.0, 1], [1.0, double.NaN])));
    }

    [Fact]
    public void GridDistance_OfBadInput_IsAnError()
    {
        Assert.Throws<ArgumentException>("positions", () => Wasserstein.GridDistance([], [1L], [1L]));
        Assert.Throws<ArgumentException>("reference", () => Wasserstein.GridDistance([1], [1L, 2], [1L]));
        Assert.Throws<ArgumentException>("current", () => Wasserstein.GridDistance([1], [1L], [1L, 2]));
        Assert.Throws<ArgumentException>("positions", () => Wasserstein.GridDistance([2, 1], [1L, 1], [1L, 1]));
        Assert.Throws<ArgumentException>("reference", () => Wasserstein.GridDistance([1, 2], [1L, -1], [1L, 1]));
        Assert.Throws<ArgumentException>("current", () => Wasserstein.GridDistance([1, 2], [1L, 1], [0L, 0]));
    }

    [Fact]
    public void GridDistance_OfAnyCounts_EqualsTheDistanceOfWeightedSamples() => Seeded.Holds(Cases.CountTriples, c =>
    {
        double[] positions = [.. c.P.Select((_, i) => i * i / 3.0)];
        double grid = Wasserstein.GridDistance(positions, c.P, c.Q);
        double[] p = [.. c.P.Select(v => (double)v)], q = [.. c.Q.Select(v => (double)v)];
        return Math.Abs(grid - Wasserstein.Distance(positions, positions, p, q)) <= 1e-12
            && Math.Abs(grid - Wasserstein.GridDistance(positions, q, p)) <= 1e-12;
    });
}

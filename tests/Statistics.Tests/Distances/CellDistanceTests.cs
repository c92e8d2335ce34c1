namespace Homeostat.Statistics.Tests.Distances;

public class CellDistanceTests
{
    [Theory]
    [MemberData(nameof(CellDistance.Theory), MemberType = typeof(CellDistance))]
    public void Inputs_WithNaN_GiveNaN(CellDistance distance)
    {
        Assert.True(double.IsNaN(distance.OfDoubles([1, double.NaN], [1, 2])));
        Assert.True(double.IsNaN(distance.OfDoubles([1, 2], [double.NaN, 2])));
        // NaN goes before the checks on values.
        Assert.True(double.IsNaN(distance.OfDoubles([-1, 2], [double.NaN, 2])));
    }

    [Theory]
    [MemberData(nameof(CellDistance.Theory), MemberType = typeof(CellDistance))]
    public void Inputs_OfBadShapeOrValue_AreErrors(CellDistance distance)
    {
        Assert.Throws<ArgumentException>("p", () => distance.OfDoubles([], []));
        Assert.Throws<ArgumentException>("q", () => distance.OfDoubles([1], []));
        Assert.Throws<ArgumentException>("q", () => distance.OfDoubles([1], [1, 2]));
        Assert.Throws<ArgumentException>("p", () => distance.OfDoubles([1, -1e-300], [1, 2]));
        Assert.Throws<ArgumentException>("q", () => distance.OfDoubles([1, 2], [1, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>("p", () => distance.OfDoubles([0, 0], [1, 2]));
        Assert.Throws<ArgumentException>("p", () => distance.OfCounts([], []));
        Assert.Throws<ArgumentException>("q", () => distance.OfCounts([1], [1, 2]));
        Assert.Throws<ArgumentException>("q", () => distance.OfCounts([1, 2], [1, -1]));
        Assert.Throws<ArgumentException>("q", () => distance.OfCounts([1, 2], [0, 0]));
    }

    [Theory]
    [MemberData(nameof(CellDistance.Theory), MemberType = typeof(CellDistance))]
    public void OneCell_IsAlwaysEqual(CellDistance distance)
    {
        Assert.Equal(0, distance.OfDoubles([0.3], [7e300]));
        Assert.Equal(0, distance.OfCounts([1], [long.MaxValue]));
    }

    [Theory]
    [MemberData(nameof(CellDistance.Theory), MemberType = typeof(CellDistance))]
    public void EqualShares_OfWildlyUnequalTotals_GiveZero(CellDistance distance)
    {
        Assert.Equal(0, distance.OfCounts([1, 2, 0, 1], [1L << 60, 1L << 61, 0, 1L << 60]));
        Assert.Equal(0, distance.OfDoubles([1, 2, 0, 1], [5e-324, 1e-323, 0, 5e-324]));
        Assert.Equal(0, distance.OfDoubles([1, 2, 0, 1], [4e307, 8e307, 0, 4e307]));
        Assert.Equal(0, distance.OfDoubles([1.5e308, 1.5e308], [1, 1]));
    }

    [Theory]
    [MemberData(nameof(CellDistance.Theory), MemberType = typeof(CellDistance))]
    public void DisjointCells_GiveTheLargestDistance(CellDistance distance)
    {
        double expected = distance.Name == "PSI" ? 2 * (1 - 1e-4) * Math.Log(1e4) : distance.Largest;
        Close.To(expected, distance.OfCounts([5, 0], [0, 9]));
    }

    [Theory]
    [MemberData(nameof(CellDistance.Theory), MemberType = typeof(CellDistance))]
    public void Distance_OfAnyCounts_KeepsItsBoundsAndOrder(CellDistance distance) => Seeded.Holds(Cases.CountTriples, c =>
    {
        double forward = distance.OfCounts(c.P, c.Q);
        bool inRange = forward >= 0 && forward <= distance.Largest && distance.OfCounts(c.P, c.P) == 0;
        bool symmetric = !distance.Symmetric || Near(forward, distance.OfCounts(c.Q, c.P));
        bool anyOrder = Near(forward, distance.OfCounts(Cases.Reversed(c.P), Cases.Reversed(c.Q)));
        bool sameAsDoubles = Near(forward, distance.OfDoubles([.. c.P.Select(v => (double)v)], [.. c.Q.Select(v => (double)v)]));
        return inRange && symmetric && anyOrder && sameAsDoubles;
    });

    [Theory]
    [MemberData(nameof(CellDistance.Metrics), MemberType = typeof(CellDistance))]
    public void Metric_OfAnyCounts_KeepsTheTriangleInequality(CellDistance distance) => Seeded.Holds(Cases.CountTriples, c =>
        distance.OfCounts(c.P, c.R) <= distance.OfCounts(c.P, c.Q) + distance.OfCounts(c.Q, c.R) + 1e-14);

    [Fact]
    public void Hellinger_AgainstTotalVariation_KeepsLeCamsBounds() => Seeded.Holds(Cases.CountTriples, c =>
    {
        // Le Cam: H² <= TV <= H·sqrt(2 - H²)
        double hellinger = CellDistance.All[5].OfCounts(c.P, c.Q);
        double variation = CellDistance.All[6].OfCounts(c.P, c.Q);
        return hellinger * hellinger <= variation + 1e-14 && variation <= hellinger * Math.Sqrt(2 - hellinger * hellinger) + 1e-14;
    });

    [Fact]
    public void KullbackLeibler_AgainstTotalVariation_KeepsPinskersBound() => Seeded.Holds(Cases.CountTriples, c =>
        CellDistance.All[2].OfCounts(c.P, c.Q) >= 2 * Math.Pow(CellDistance.All[6].OfCounts(c.P, c.Q), 2) - 1e-14);

    private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-13 * Math.Max(1, Math.Abs(a));
}

using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

// Expected numbers: from scipy.stats import wasserstein_distance as wd
public class WassersteinTests
{
    private const double Infinity = double.PositiveInfinity;
    private static readonly double[] _u = [3.5, -1, 2, 2, 8];
    private static readonly double[] _v = [0, 2, 2.5];

    [Fact]
    public void Distance_OfSamples_AgreesWithScipy()
    {
        Close.To(1.7999999999999998, Wasserstein.Distance(_u, _v)); // wd(u, v)
        Close.To(3.375, Wasserstein.Distance(_u, _v, [1, 2, 0.5, 0.5, 3], [2, 1, 1])); // wd(u, v, [1,2,.5,.5,3], [2,1,1])
        Close.To(3, Wasserstein.Distance(_u, _v, [1, 2, 0.5, 0.5, 3])); // wd(u, v, [1,2,.5,.5,3])
        Close.To(5, Wasserstein.Distance([0, 1, 3], [5, 6, 8])); // wd([0,1,3], [5,6,8])
        Close.To(3, Wasserstein.Distance([1], [4])); // wd([1], [4])
    }

    [Fact]
    public void Distance_OfUnequalSizes_AgreesWithScipy()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i))];
        double[] y = [.. Enumerable.Range(0, 37).Select(i => Math.Cos(i) * 2)];
        // wd(np.sin(np.arange(1000)), np.cos(np.arange(37))*2)
        Close.To(0.6323181357164809, Wasserstein.Distance(x, y));
    }

    [Fact]
    public void Distance_OfOneAgainstAMillion_IsTheMeanGap() =>
        // sum(range(10**6))/10**6
        Close.To(499_999.5, Wasserstein.Distance([0], [.. Enumerable.Range(0, 1_000_000).Select(i => (double)i)]));

    [Fact]
    public void Distance_OfAdjacentDoubles_IsOneUlp() =>
        Assert.Equal(Math.BitIncrement(1) - 1, Wasserstein.Distance([1], [Math.BitIncrement(1)])); // wd([1], [np.nextafter(1, 2)])

    [Fact]
    public void Distance_OfDenormals_IsExact() =>
        Assert.Equal(2 * double.Epsilon, Wasserstein.Distance([0, 0], [double.Epsilon, 3 * double.Epsilon])); // (1 + 3)/2 epsilons

    [Fact]
    public void Distance_BetweenTheEndsOfTheRange_DoesNotOverflow() =>
        // one value in a thousand moves from -1.7e308 to 1.7e308: 3.4e308/1000
        Close.To(3.4e305, Wasserstein.Distance([-1.7e308], [.. Enumerable.Repeat(-1.7e308, 999), 1.7e308]));

    [Theory]
    [InlineData(new[] { 1, Infinity }, new[] { 1, 2.0 }, Infinity)]
    [InlineData(new[] { 1, Infinity }, new[] { 3, Infinity }, 1)]
    [InlineData(new[] { -Infinity, 0 }, new[] { -Infinity, -Infinity, 0, 1 }, 0.25)]
    [InlineData(new[] { -Infinity, 0 }, new[] { Infinity, 0 }, Infinity)]
    [InlineData(new[] { Infinity }, new[] { Infinity, Infinity }, 0)]
    public void Distance_WithInfinities_MovesOnlyUnequalShares(double[] u, double[] v, double expected)
    {
        Assert.Equal(expected, Wasserstein.Distance(u, v));
        Assert.Equal(expected, Wasserstein.Distance(v, u));
    }

    [Fact]
    public void Distance_WithEqualWeightAtInfinity_ForgivesRounding()
    {
        double[] u = [.. Enumerable.Repeat(0.0, 6), .. Enumerable.Repeat(Infinity, 4)];
        // from fractions import Fraction as F; w = F(.1); float(6*w)/float(10*w) != float(18*w)/float(30*w)
        double[] v = [.. u, .. u, .. u];
        Assert.Equal(0, Wasserstein.Distance(u, v, [.. u.Select(_ => 0.1)], [.. v.Select(_ => 0.1)]));
    }

    [Fact]
    public void Distance_WithZeroWeight_IgnoresTheValue()
    {
        Assert.Equal(0, Wasserstein.Distance([0, 0, Infinity], [0], [0.3, 0.7, 0]));
        Assert.Equal(0, Wasserstein.Distance([0, 0, 1e20], [0], [0.3, 0.6, 0]));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-320)]
    public void Distance_WithExtremeWeights_UsesTheirShares(double unit) =>
        Assert.Equal(1.5, Wasserstein.Distance([0, 2], [0], [unit, 3 * unit])); // wd([0,2], [0], [1,3])

    [Fact]
    public void Distance_WithNaN_IsNaN()
    {
        Assert.True(double.IsNaN(Wasserstein.Distance([1, double.NaN], [1])));
        Assert.True(double.IsNaN(Wasserstein.Distance([1], [double.NaN])));
        Assert.True(double.IsNaN(Wasserstein.Distance([1], [1], [double.NaN])));
        Assert.True(double.IsNaN(Wasserstein.Distance([1], [1], default, [double.NaN])));
        Assert.True(double.IsNaN(Wasserstein.Distance([1, double.NaN], [1], [1, 0])));
    }

    [Fact]
    public void Distance_OfBadInput_IsAnError()
    {
        Assert.Throws<ArgumentException>("reference", () => Wasserstein.Distance([], [1]));
        Assert.Throws<ArgumentException>("current", () => Wasserstein.Distance([1], []));
        Assert.Throws<ArgumentException>("referenceWeights", () => Wasserstein.Distance([1], [1], [1, 2]));
        Assert.Throws<ArgumentException>("referenceWeights", () => Wasserstein.Distance([1], [1], [0]));
        Assert.Throws<ArgumentException>("currentWeights", () => Wasserstein.Distance([1], [1], default, [-1]));
        Assert.Throws<ArgumentException>("currentWeights", () => Wasserstein.Distance([1], [1], default, [Infinity]));
    }

    [Fact]
    public void Distance_LeavesItsInputsUnsorted()
    {
        double[] values = [3, 1, 2], weights = [1, 2, 3];
        Wasserstein.Distance(values, values, weights, weights);
        Assert.Equal([3.0, 1, 2], values);
        Assert.Equal([1.0, 2, 3], weights);
    }

    [Fact]
    public void Distance_OfAnySamples_IsAMetric() => Seeded.Holds(Cases.SampleTriples, c =>
    {
        double pq = Wasserstein.Distance(c.P, c.Q);
        return pq >= 0
            && Wasserstein.Distance(c.P, c.P) == 0
            && Near(pq, Wasserstein.Distance(c.Q, c.P))
            && Near(pq, Wasserstein.Distance(Cases.Reversed(c.P), c.Q))
            && Wasserstein.Distance(c.P, c.R) <= pq + Wasserstein.Distance(c.Q, c.R) + 1e-12;
    });

    [Fact]
    public void Distance_OfAShiftedSample_IsTheShift() => Seeded.Holds(Cases.Sample, sample =>
        Near(2.5, Wasserstein.Distance(sample, [.. sample.Select(value => value + 2.5)])));

    [Fact]
    public void Weights_OfWholeNumbers_EqualRepeatedValues() => Seeded.Holds(Cases.SampleTriples, c =>
    {
        double[] weights = [.. c.P.Select((_, i) => (double)(i % 3 + 1))];
        double[] repeated = [.. c.P.SelectMany((value, i) => Enumerable.Repeat(value, i % 3 + 1))];
        return Near(Wasserstein.Distance(repeated, c.Q), Wasserstein.Distance(c.P, c.Q, weights));
    });

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12;
}

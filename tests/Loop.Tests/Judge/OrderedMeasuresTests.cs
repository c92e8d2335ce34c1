using Homeostat.Batches;
using Homeostat.Statistics;
using RawWasserstein = Homeostat.Statistics.Distances.Wasserstein;

namespace Homeostat.Loop.Tests;

public class OrderedMeasuresTests
{
    [Theory]
    [InlineData(500, 300, 0.2)]
    [InlineData(20_000, 3_000, 0.1)]
    [InlineData(20_000, 50_000, 0.0)]
    [InlineData(5_000, 5_000, 3.0)]
    public void Ks_OfRawValues_LiesWithinTheBound(int n, int m, double shift)
    {
        double[] first = Samples.Normal(n, 1), second = Samples.Normal(m, 2, shift);
        var pair = Pair(first, second);
        double ks = OrderedMeasures.Ks(pair).Statistic, bound = OrderedMeasures.KsBound(pair, ks);
        double raw = KolmogorovSmirnov.Test(first, second, KolmogorovSmirnovMethod.Asymptotic).Statistic;
        Assert.InRange(raw, ks - 1e-12, ks + bound + 1e-12);
        Assert.InRange(bound, 0, 0.003);
    }

    [Fact]
    public void KsBound_WithAllReferenceValuesOnAtoms_IsZero()
    {
        double[] first = Samples.Normal(900, 1), second = Samples.Normal(5_000, 2);
        var pair = Pair(first, second);
        double ks = OrderedMeasures.Ks(pair).Statistic;
        Assert.Equal(0, OrderedMeasures.KsBound(pair, ks));
        Assert.Equal(KolmogorovSmirnov.Test(first, second, KolmogorovSmirnovMethod.Asymptotic).Statistic, ks, 12);
    }

    [Theory]
    [InlineData(0, 1, 0.001)]
    [InlineData(0.5, 1, 0.002)]
    [InlineData(0, 3, 0.05)]
    [InlineData(3, 1, 0.001)]
    [InlineData(3, 3, 0.08)]
    [InlineData(-10, 0.1, 0.001)]
    [InlineData(2, 0.5, 0.002)]
    public void Wasserstein_IsThatOfRawValues(double mean, double sd, double tolerance)
    {
        double[] first = Samples.Normal(20_000, 1), second = Samples.Normal(5_000, 2, mean, sd);
        Assert.Equal(RawWasserstein.Distance(first, second), OrderedMeasures.Wasserstein(Pair(first, second))!.Value, tolerance);
    }

    [Fact]
    public void Wasserstein_OfAShiftBeyondTheGrid_IsTheDifferenceOfTheMeans()
    {
        double[] first = Samples.Normal(20_000, 1), second = [.. Samples.Normal(5_000, 2).Select(x => 1000 + 50 * x)];
        Assert.Equal(RawWasserstein.Distance(first, second), OrderedMeasures.Wasserstein(Pair(first, second))!.Value, 1e-6 * 1000);
    }

    [Fact]
    public void Wasserstein_WithInfinities_StaysFinite()
    {
        double[] first = Samples.Normal(2_000, 1);
        var pair = Pair(first, [.. first, double.PositiveInfinity, double.NegativeInfinity]);
        Assert.InRange(OrderedMeasures.Wasserstein(pair)!.Value, 0, 0.05);
        Assert.Null(OrderedMeasures.Wasserstein(Pair(first, [double.PositiveInfinity])));
    }

    [Fact]
    public void Wasserstein_OverASingleCell_IsTheDifferenceOfTheMeans()
    {
        var column = new ColumnFingerprint { Schema = new ColumnSchema("x", ColumnType.Numeric, ColumnRole.Feature), Grid = new Grid([]), Distinct = new DistinctSketch() };
        Assert.Equal(2, OrderedMeasures.Wasserstein(new ColumnPair(Fingerprints.Count(column, [1, 3]), Fingerprints.Count(column, [4.0]))));
    }

    private static ColumnPair Pair(double[] first, double[] second)
    {
        var column = Fingerprints.Numbers(first);
        return new ColumnPair(column, Fingerprints.Count(column, second));
    }
}

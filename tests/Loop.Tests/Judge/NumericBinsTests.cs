namespace Homeostat.Loop.Tests;

public class NumericBinsTests
{
    [Fact]
    public void Continuous_GivesTenEvenBins_AndAnEmptyOneForNewGround()
    {
        var bins = Bins(Samples.Normal(50_000, 1));
        Assert.Equal(11, bins.Reference.Length);
        Assert.All(bins.Reference[..10], count => Assert.InRange(count, 4_400, 5_200));
        Assert.Equal(0, bins.Reference[10]);
    }

    [Fact]
    public void SmallReference_KeepsTheGapsBetweenItsValues()
    {
        // 200 different values are 200 atoms: nearly all of another sample lies between them, and is no new ground.
        var column = Fingerprints.Numbers(Samples.Normal(200, 1));
        var bins = NumericBins.Of(new ColumnPair(column, Fingerprints.Count(column, Samples.Normal(2_000, 2)))).Counts;
        Assert.Equal(0, bins.Current[^1]);
        Assert.All(bins.Current[..^1], count => Assert.InRange(count, 80, 400));
    }

    [Fact]
    public void Constant_ThatMoves_LandsOnNewGround()
    {
        var column = Fingerprints.Numbers(Samples.Repeat((5.0, 100)));
        var bins = NumericBins.Of(new ColumnPair(column, Fingerprints.Count(column, Samples.Repeat((5.0, 60), (4.0, 10), (6.0, 30))))).Counts;
        Assert.Equal([100, 0], bins.Reference);
        Assert.Equal([60, 40], bins.Current);
    }

    [Fact]
    public void FrequentValues_AreNeverJoined()
    {
        var bins = Bins(Samples.Repeat((0.0, 600), (1.0, 200), (2.0, 50), (3.0, 50), (4.0, 100)));
        Assert.Equal([600, 200, 100, 100, 0], bins.Reference);
    }

    [Fact]
    public void WholeNumbers_ThatGetFractions_LandOnNewGround()
    {
        var column = Fingerprints.Numbers(Samples.Repeat((1.0, 100), (2.0, 100), (3.0, 100)));
        Assert.Equal(7, NumericBins.Of(new ColumnPair(column, Fingerprints.Count(column, Samples.Repeat((1.0, 50), (1.5, 7))))).Counts.Current[^1]);
    }

    [Fact]
    public void ManyRanges_BetweenFrequentValues_AreAtMostTen()
    {
        double[] values = [.. Enumerable.Range(0, 9).SelectMany(i => Samples.Repeat((i * 10.0, 105), (i * 10 + 3.0, 6)))];
        Assert.Equal(11, Bins(values).Reference.Length);
    }

    private static BinCounts Bins(double[] values)
    {
        var column = Fingerprints.Numbers(values);
        return NumericBins.Of(new ColumnPair(column, column)).Counts;
    }
}

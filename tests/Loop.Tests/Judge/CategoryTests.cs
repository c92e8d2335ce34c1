using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class CategoryTests
{
    [Fact]
    public void FrequentValues_HaveBinsOfTheirOwn_OthersJoinByName_TheRestIsRare()
    {
        // Of 1,990 rows: ten values with 60 are bins of their own, twenty with 22 join to ten of 44, twenty singles are rare, unseen with them.
        var column = Fingerprints.Words([.. Samples.Repeat<string?>(("a", 930)), .. Values("own", 10, 60), .. Values("few", 20, 22), .. Values("one", 20, 1)]);
        var bins = CategoryBins.Of(new ColumnPair(column, column));
        Assert.Equal([930, .. Enumerable.Repeat(60L, 10), .. Enumerable.Repeat(44L, 10), 20], bins.Reference);
    }

    [Fact]
    public void Unseen_IsABinOfItsOwn_WhereTheReferenceKnowsItsValues()
    {
        var column = Fingerprints.Words(Samples.Repeat<string?>(("a", 500), ("b", 500)));
        var bins = CategoryBins.Of(new ColumnPair(column, Fingerprints.Count(column, Samples.Repeat<string?>(("a", 5), ("z", 7)))));
        Assert.Equal([500, 500, 0, 0], bins.Reference);
        Assert.Equal([5, 0, 0, 7], bins.Current);
    }

    [Fact]
    public void NewValue_AboveFivePercent_Fails()
    {
        var column = Fingerprints.Words(Samples.Zipf(5_000, 1, 20));
        var feature = One(column, [.. Samples.Zipf(930, 2, 20), .. Samples.Repeat(("NEW", 70))]);
        Assert.Equal(Verdict.Fail, feature.Verdict);
        Assert.Contains("unseen value share 0 % -> 7 %", feature.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyEvenLevels_ThatLoseSome_AreSeen()
    {
        // 400 levels of 0.25 %: none is frequent alone, a tenth of them vanishes.
        var column = Fingerprints.Words(Samples.Zipf(40_000, 1, 400, 0));
        Assert.Equal(Verdict.Pass, One(column, Samples.Zipf(20_000, 2, 400, 0)).Verdict);
        Assert.Equal(Verdict.Fail, One(column, Samples.Zipf(20_000, 2, 280, 0)).Verdict);
    }

    [Theory]
    [InlineData(20_000, 200, 0.0)]
    [InlineData(20_000, 200, 1.0)]
    [InlineData(3_000, 500, 0.0)]
    [InlineData(3_000, 3_000, 1.0)]
    [InlineData(500, 3_000, 1.0)]
    public void TenThousandLevels_WithFewRows_DoNotFireOnNoise(int rows, int batch, double exponent)
    {
        int failed = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            var column = Fingerprints.Words(Samples.Zipf(rows, 2 * seed, 10_000, exponent));
            if (One(column, Samples.Zipf(batch, 2 * seed + 1, 10_000, exponent)).Verdict == Verdict.Fail) failed++;
        }
        Assert.InRange(failed, 0, 1);
    }

    private static string?[] Values(string prefix, int count, int times) =>
        [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Repeat($"{prefix}{i}", times))];

    private static FeatureVerdict One(ColumnFingerprint column, string?[] current) =>
        DriftPolicy.Judge(Fingerprints.Of(column), Fingerprints.Of(Fingerprints.Count(column, current)), DriftOptions.Default).Features[0];
}

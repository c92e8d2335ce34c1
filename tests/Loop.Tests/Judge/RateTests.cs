using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class RateTests
{
    [Theory]
    [InlineData(100, 600, Verdict.Pass)]
    [InlineData(100, 601, Verdict.Fail)]
    [InlineData(600, 100, Verdict.Pass)]
    [InlineData(0, 10_000, Verdict.Fail)]
    [InlineData(10_000, 10_000, Verdict.Pass)]
    [InlineData(10_000, 0, Verdict.Pass)]
    public void Missing_ByFivePercentagePoints(long before, long now, Verdict expected) =>
        Assert.Equal(expected, One(Fingerprints.Text(10_000, before), Fingerprints.Text(10_000, now)).Verdict);

    [Theory]
    [InlineData(20, 0, Verdict.Pass)]
    [InlineData(20, 2, Verdict.Inconclusive)]
    [InlineData(20, 8, Verdict.Fail)]
    public void Missing_InFewRows_IsHeldBack(long rows, long missing, Verdict expected) =>
        Assert.Equal(expected, One(Fingerprints.Text(1_000, 10), Fingerprints.Text(rows, missing)).Verdict);

    [Theory]
    [InlineData(500, 0, Verdict.Pass)]
    [InlineData(501, 0, Verdict.Fail)]
    [InlineData(0, 500, Verdict.Pass)]
    [InlineData(250, 251, Verdict.Fail)]
    public void TypeErrors_CountUnparsedValuesAndFractions(long errors, long fractions, Verdict expected)
    {
        double[] whole = [.. Enumerable.Range(0, 10_000).Select(i => (double)(i % 7))];
        var column = Fingerprints.Numbers(whole, type: ColumnType.Integer);
        var current = Fingerprints.Count(column, whole[..(int)(10_000 - errors)]) with { Rows = 10_000, TypeErrors = errors, NonIntegers = fractions };
        Assert.Equal(expected, One(column, current).Verdict);
    }

    [Theory]
    [InlineData(500, Verdict.Pass)]
    [InlineData(501, Verdict.Fail)]
    public void Unseen_ByFivePercentagePoints(int unseen, Verdict expected)
    {
        var column = Fingerprints.Words(Samples.Repeat<string?>(("a", 5_000), ("b", 5_000)));
        string?[] values = Samples.Repeat<string?>(("new", unseen), ("a", 5_000 - unseen / 2), ("b", 5_000 - unseen + unseen / 2));
        var feature = One(column, Fingerprints.Count(column, values));
        Assert.Equal(expected, feature.Signals.Single(s => s.Signal == DriftSignal.UnseenRate).Verdict);
        Assert.StartsWith($"unseen value share 0 % -> 5 %", feature.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OutOfRange_IsReportedOnly_ByDefault()
    {
        var column = Fingerprints.Numbers(Samples.Normal(5_000, 1));
        var feature = One(column, Fingerprints.Count(column, Samples.Normal(5_000, 2)) with { OutOfRange = 4_000 });
        Assert.Equal(0.8, feature.Metrics.OutOfRange.Current);
        Assert.Equal(Verdict.Pass, feature.Verdict);
    }

    private static FeatureVerdict One(ColumnFingerprint reference, ColumnFingerprint current) =>
        DriftPolicy.Judge(Fingerprints.Of(reference), Fingerprints.Of(current), DriftOptions.Default).Features[0];
}

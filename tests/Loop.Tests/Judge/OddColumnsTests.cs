using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

/// <summary>Constants, columns without values, infinities: no NaN, no exception, a verdict a person agrees with.</summary>
public class OddColumnsTests
{
    private static readonly double[] s_missing = Samples.Repeat((double.NaN, 1_000));
    private static readonly double[] s_five = Samples.Repeat((5.0, 1_000));
    private static readonly double[] s_normal = Samples.Normal(1_000, 1);

    [Fact]
    public void Constant_ThatStays_Passes()
    {
        var feature = One(s_five, s_five[..400]);
        Assert.Equal(Verdict.Pass, feature.Verdict);
        Assert.Equal(0, feature.Metrics.WassersteinNormalised);
    }

    [Fact]
    public void Constant_ThatMoves_Fails_AndSaysWhyItIsNotNormalised()
    {
        var feature = One(s_five, Samples.Repeat((6.0, 1_000)));
        Assert.Equal(Verdict.Fail, feature.Verdict);
        Assert.Equal(1, feature.Metrics.Wasserstein!.Value, 9);
        Assert.Null(feature.Metrics.WassersteinNormalised);
        Assert.Contains("the reference is constant", Assert.Single(feature.Notes), StringComparison.Ordinal);
        Assert.StartsWith("mean 5 -> 6 (was constant)", feature.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AllMissing_OnBothSides_Passes() => Assert.Equal(Verdict.Pass, One(s_missing, s_missing[..900]).Verdict);

    [Fact]
    public void AllMissing_InTheReferenceOnly_PassesWithANote()
    {
        var feature = One(s_missing, s_normal);
        Assert.Equal(Verdict.Pass, feature.Verdict);
        Assert.Contains("no distribution to compare with", Assert.Single(feature.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void AllMissing_InTheBatchOnly_FiresByMissingRate()
    {
        var feature = One(s_normal, s_missing);
        Assert.Equal("missing 0 % -> 100 %", feature.Reason);
        Assert.Null(feature.Metrics.Psi);
    }

    [Fact]
    public void Infinities_AreCountedAndFire()
    {
        var feature = One(s_normal, Samples.Repeat((double.PositiveInfinity, 500), (0.0, 500)));
        Assert.Equal(Verdict.Fail, feature.Verdict);
        Assert.Contains("500 infinite values", feature.Notes[^1], StringComparison.Ordinal);
    }

    private static readonly string[] s_kinds = ["five", "missing", "normal", "infinite", "huge", "tiny", "mixed", "one"];

    public static TheoryData<string> Odd => new(s_kinds);

    [Theory]
    [MemberData(nameof(Odd))]
    public void Numbers_AreNeverNaNOrInfinite(string reference)
    {
        foreach (string current in s_kinds)
        {
            var metrics = One(Values(reference), Values(current)).Metrics;
            foreach (double? value in (double?[])[metrics.Psi, metrics.JensenShannon, metrics.Hellinger, metrics.Wasserstein, metrics.WassersteinNormalised,
                metrics.Ks, metrics.KsBound, metrics.KsPValue, metrics.ChiSquare, metrics.ChiSquarePValue, metrics.MassMoved])
                Assert.True(value is null || double.IsFinite(value.Value), $"{reference} against {current}: {metrics}");
        }
    }

    private static double[] Values(string kind) => kind switch
    {
        "five" => s_five,
        "missing" => s_missing,
        "infinite" => Samples.Repeat((double.NegativeInfinity, 3), (double.PositiveInfinity, 4)),
        "huge" => [.. s_normal.Select(x => x * 1e308)],
        "tiny" => [.. s_normal.Select(x => x * 5e-324)],
        "mixed" => [.. s_normal, double.MaxValue, double.MinValue, double.NaN, double.NegativeInfinity],
        "one" => [3],
        _ => s_normal,
    };

    private static FeatureVerdict One(double[] reference, double[] current)
    {
        var column = Fingerprints.Numbers(reference);
        return DriftPolicy.Judge(Fingerprints.Of(column), Fingerprints.Of(Fingerprints.Count(column, current)), DriftOptions.Default).Features[0];
    }
}

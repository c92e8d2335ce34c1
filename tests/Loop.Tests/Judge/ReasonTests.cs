using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class ReasonTests
{
    private const int Rows = 40_000;
    private static readonly ColumnFingerprint s_normal = Fingerprints.Numbers([.. Even(Rows)]);

    [Fact]
    public void Shift_SaysMeanAndMassMoved() =>
        Assert.Equal("mean 3.1 -> 4.7 (+0.8 sd); 30.8 % of the mass moved up", One(Numbers(3.1, 2), 4.7, 2));

    [Fact]
    public void ShiftDown_SaysDown() => Assert.EndsWith("of the mass moved down", One(Numbers(3.1, 2), 1.1, 2), StringComparison.Ordinal);

    [Fact]
    public void Spread_SaysStandardDeviations() => Assert.StartsWith("spread sd 1 -> 2.3; ", One(Numbers(0, 1), 0, 2.3), StringComparison.Ordinal);

    [Fact]
    public void ZeroInflation_SaysWhichValue()
    {
        var column = Fingerprints.Numbers([.. Samples.Repeat((0.0, 600)), .. Even(400).Select(x => x + 50)]);
        var current = Fingerprints.Count(column, [.. Samples.Repeat((0.0, 560)), .. Samples.Repeat((25.0, 200)), .. Even(240).Select(x => x + 50)]);
        Assert.Contains("; values ", Judge(column, current).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Category_SaysTheValueThatChangedMost()
    {
        var column = Fingerprints.Words(Samples.Repeat<string?>(("JFK", 600), ("ORD", 380), ("LHR", 20)));
        var current = Fingerprints.Count(column, Samples.Repeat<string?>(("JFK", 570), ("ORD", 290), ("LHR", 140)));
        Assert.Equal("'LHR' 2 % -> 14 %; 'ORD' 38 % -> 29 %", Judge(column, current).Reason);
    }

    [Fact]
    public void LargestCause_ComesFirst()
    {
        var missing = Fingerprints.Count(s_normal, [.. Even(Rows / 2), .. Samples.Repeat((double.NaN, Rows / 2))]);
        Assert.Equal("missing 0 % -> 50 %", Judge(s_normal, missing).Reason);
        var both = Fingerprints.Count(s_normal, [.. Even(Rows / 2).Select(x => x + 0.2), .. Samples.Repeat((double.NaN, Rows / 2))]);
        Assert.StartsWith("missing 0 % -> 50 %; mean 0 -> 0.2 (+0.2 sd)", Judge(s_normal, both).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TypeErrors_ShowAnExample()
    {
        var current = Fingerprints.Count(s_normal, [.. Even(Rows)]) with { Rows = Rows + 9_000, TypeErrors = 9_000, TypeErrorExample = "n/a\n" };
        Assert.Equal("type errors 0 % -> 18.4 % (e.g. 'n/a\u00b7')", Judge(s_normal, current).Reason);
    }

    [Fact]
    public void Timestamps_AreDates()
    {
        var column = Fingerprints.Numbers([.. Even(2_000).Select(x => 1.7e9 + x * 86_400)], type: ColumnType.Timestamp);
        var current = Fingerprints.Count(column, [.. Even(2_000).Select(x => 1.7e9 + (x + 2) * 86_400)]);
        Assert.StartsWith("mean 2023-11-14 22:13 -> 2023-11-16 22:13 (+2 sd)", Judge(column, current).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Pass_NamesTheClosestThreshold() =>
        Assert.StartsWith("below every threshold; closest: Wasserstein (in sd) 0.05, not above 0.1", One(s_normal, 0.05, 1), StringComparison.Ordinal);

    // The quantiles of a normal distribution: a sample without chance.
    private static IEnumerable<double> Even(int n) =>
        Enumerable.Range(0, n).Select(i => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 0.5) / n));

    private static ColumnFingerprint Numbers(double mean, double sd) => Fingerprints.Numbers([.. Even(Rows).Select(x => mean + sd * x)]);

    private static string One(ColumnFingerprint column, double mean, double sd) =>
        Judge(column, Fingerprints.Count(column, [.. Even(Rows).Select(x => mean + sd * x)])).Reason;

    private static FeatureVerdict Judge(ColumnFingerprint reference, ColumnFingerprint current) =>
        DriftPolicy.Judge(Fingerprints.Of(reference), Fingerprints.Of(current), DriftOptions.Default).Features[0];
}

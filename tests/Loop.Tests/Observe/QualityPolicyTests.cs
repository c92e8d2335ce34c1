using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests.Observe;

public class QualityPolicyTests
{
    private static readonly double[] s_ages = [.. Samples.Normal(4000, 1, 40, 10)];

    [Fact]
    public void SoundBatch_Passes()
    {
        var reference = Reference();
        var verdict = QualityPolicy.Judge(Batch(reference, Samples.Normal(500, 2, 40, 10)), reference, Rules(new ColumnRule("age") { MaximumMissing = 0.1, Minimum = 0, Maximum = 120 }));
        Assert.Equal(Verdict.Pass, verdict.Verdict);
        Assert.Empty(verdict.Findings);
        Assert.Equal($"none of {verdict.Checked} quality rules is broken", verdict.Reason);
    }

    [Fact]
    public void AllBrokenRules_AreToldAtOnce()
    {
        var reference = Reference();
        var ages = Samples.Repeat((double.NaN, 200), (300.0, 1), (40.0, 99), (41.0, 100));
        var batch = Batch(reference, ages) with { RaggedRows = 100 };
        var options = Rules(new ColumnRule("age") { MaximumMissing = 0.1, Maximum = 120, MinimumMean = 60 }, new ColumnRule("salary")) with { MinimumRows = 1000 };
        var verdict = QualityPolicy.Judge(batch, reference, options);
        Assert.Equal(Verdict.Fail, verdict.Verdict);
        Assert.Equal(
            [QualityCheck.Rows, QualityCheck.Ragged, QualityCheck.Missing, QualityCheck.Range, QualityCheck.Mean, QualityCheck.Presence],
            verdict.Findings.Select(finding => finding.Check));
        Assert.All(verdict.Findings, finding => Assert.All([finding.What, finding.Why, finding.Fix], beat => Assert.EndsWith(".", beat, StringComparison.Ordinal)));
        Assert.Contains("6 of ", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("And 3 more", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, 0, Verdict.Pass)]
    [InlineData(0.0, 1, Verdict.Fail)]
    [InlineData(0.01, 2, Verdict.Pass)]
    [InlineData(0.01, 3, Verdict.Fail)]
    public void Range_ByShareOutside(double maximum, int outside, Verdict expected)
    {
        // The reference stands on whole numbers: every cell is an atom and shares are exact.
        var reference = Fingerprints.Of(Fingerprints.Numbers([.. Enumerable.Range(0, 1000).Select(i => (double)(i % 100))], "x"));
        var batch = Fingerprints.Of(Fingerprints.Count(reference.Columns[0], Samples.Repeat((80.0, outside), (20.0, 100), (30.0, 100 - outside))));
        var verdict = QualityPolicy.Judge(batch, reference, Rules(new ColumnRule("x") { Maximum = 50, MaximumOutside = maximum }));
        Assert.Equal(expected, verdict.Verdict);
    }

    [Fact]
    public void Range_LimitInsideACell_IsUndecidedUnlessNoneMayBeOutside()
    {
        var reference = Fingerprints.Of(Fingerprints.Count(
            new ColumnFingerprint { Schema = new ColumnSchema("x", ColumnType.Numeric, ColumnRole.Feature), Grid = new Grid([0, 10, 20]), Distinct = new DistinctSketch() },
            Samples.Repeat((5.0, 50), (12.0, 25), (18.0, 25), (25.0, 5))));
        QualityVerdict Judge(double outside) => QualityPolicy.Judge(reference, reference, Rules(new ColumnRule("x") { Maximum = 15, MaximumOutside = outside }));
        Assert.Equal(Verdict.Fail, Judge(0).Verdict);
        Assert.Equal(Verdict.Fail, Judge(0.01).Verdict);
        Assert.Equal(Verdict.Inconclusive, Judge(0.3).Verdict);
        Assert.StartsWith("At least 4.8 % and at most 52.4 % of 'x' lies above 15 (smallest 5, largest 25)", Judge(0.3).Findings[0].What, StringComparison.Ordinal);
        Assert.Equal(Verdict.Pass, Judge(0.6).Verdict);
    }

    [Fact]
    public void Range_InfiniteValues_LieOutside()
    {
        var reference = Fingerprints.Of(Fingerprints.Numbers(s_ages, "age"));
        var batch = Fingerprints.Of(Fingerprints.Count(reference.Columns[0], [.. Samples.Normal(100, 3, 40, 5), double.PositiveInfinity]));
        var verdict = QualityPolicy.Judge(batch, reference, Rules(new ColumnRule("age") { Minimum = 0, Maximum = 120 }));
        Assert.Equal(Verdict.Fail, verdict.Verdict);
    }

    [Theory]
    [InlineData("a,b,c", 0.0, Verdict.Pass)]
    [InlineData("a,b", 0.0, Verdict.Fail)]
    [InlineData("a,b", 0.2, Verdict.Pass)]
    [InlineData("a,b,c,new", 0.0, Verdict.Pass)]
    public void Allowed_OfKnownCategories_IsExact(string allowed, double outside, Verdict expected)
    {
        var reference = Fingerprints.Of(Fingerprints.Words(Samples.Repeat(("a", 50), ("b", 40), ("c", 10))));
        var verdict = QualityPolicy.Judge(reference, reference, Rules(new ColumnRule("c") { Allowed = [.. allowed.Split(',')], MaximumOutside = outside }));
        Assert.Equal(expected, verdict.Verdict);
    }

    [Fact]
    public void Allowed_ValueTheReferenceDoesNotKnow_LeavesUnseenOnesUndecided()
    {
        var reference = Fingerprints.Of(Fingerprints.Words(Samples.Repeat(("a", 50), ("b", 50))));
        var batch = Fingerprints.Of(Fingerprints.Count(reference.Columns[0], Samples.Repeat<string?>(("a", 90), ("new", 10))));
        Assert.Equal(Verdict.Inconclusive, QualityPolicy.Judge(batch, reference, Rules(new ColumnRule("c") { Allowed = ["a", "b", "new"] })).Verdict);
        Assert.Equal(Verdict.Fail, QualityPolicy.Judge(batch, reference, Rules(new ColumnRule("c") { Allowed = ["a", "b"] })).Verdict);
    }

    [Fact]
    public void Allowed_Numbers_AreComparedAsNumbers()
    {
        var reference = Fingerprints.Of(Fingerprints.Numbers(Samples.Repeat((1.0, 50), (2.0, 50)), "n", ColumnType.Integer));
        Assert.Equal(Verdict.Pass, QualityPolicy.Judge(reference, reference, Rules(new ColumnRule("n") { Allowed = ["1.0", "2"] })).Verdict);
        Assert.Equal(Verdict.Fail, QualityPolicy.Judge(reference, reference, Rules(new ColumnRule("n") { Allowed = ["1"] })).Verdict);
    }

    [Fact]
    public void RuleThatCannotBeDecided_IsInconclusiveAndSaysWhatToDo()
    {
        var reference = Fingerprints.Of(Fingerprints.Text(100, 0, "note"));
        var verdict = QualityPolicy.Judge(reference with { UnknownColumns = ["extra"] }, reference,
            Rules(new ColumnRule("note") { Allowed = ["a"] }, new ColumnRule("extra") { Maximum = 1 }, new ColumnRule("gone") { Required = false }));
        Assert.Equal(Verdict.Inconclusive, verdict.Verdict);
        Assert.Equal(["note", "extra"], verdict.Findings.Select(finding => finding.Column));
    }

    [Fact]
    public void Verdict_ComesBackFromTheJournal_AndReplaysFromItsOptions()
    {
        var reference = Reference();
        var batch = Batch(reference, [.. Samples.Normal(500, 2, 40, 10).Select(x => x * 12)]);
        var verdict = QualityPolicy.Judge(batch, reference, Rules(new ColumnRule("age") { Maximum = 120, Allowed = ["1", "2"] }));
        Assert.Equal(Verdict.Fail, verdict.Verdict);
        var back = Evidence.Back(verdict);
        Evidence.Same(verdict, QualityPolicy.Judge(batch, reference, back.Options));
    }

    private static Fingerprint Reference() => Fingerprints.Of(Fingerprints.Numbers(s_ages, "age"), Fingerprints.Words(Samples.Zipf(4000, 3, 10)));

    private static Fingerprint Batch(Fingerprint reference, double[] ages) =>
        Fingerprints.Of(Fingerprints.Count(reference.Columns[0], ages), Fingerprints.Count(reference.Columns[1], Samples.Zipf(ages.Length, 4, 10)));

    private static QualityOptions Rules(params ColumnRule[] rules) => new() { Columns = [.. rules] };
}

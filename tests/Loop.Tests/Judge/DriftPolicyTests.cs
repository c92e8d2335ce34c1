using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class DriftPolicyTests
{
    private static readonly double[] s_normal = Samples.Normal(20_000, 1);

    [Fact]
    public void NoRows_OnEitherSide_IsAnError()
    {
        var column = Fingerprints.Numbers(s_normal);
        var empty = Fingerprints.Of(Fingerprints.Count(column, (double[])[]));
        Assert.Equal("nothing could be judged: the current batch has no rows", Judge(Fingerprints.Of(column), empty).Reason);
        Assert.Equal("nothing could be judged: the reference has no rows", Judge(empty, Fingerprints.Of(column)).Reason);
        Assert.Equal(Verdict.Error, Judge(empty, empty).Verdict);
    }

    [Fact]
    public void NoJudgedColumn_IsAnError()
    {
        var id = Fingerprints.Of(Fingerprints.Numbers(s_normal, role: ColumnRole.Id));
        Assert.Equal(Verdict.Error, Judge(id, id).Verdict);
    }

    [Fact]
    public void OtherGrid_IsRefused()
    {
        var other = Fingerprints.Of(Fingerprints.Numbers(Samples.Normal(20_000, 2)));
        Assert.Equal("HS1018", Assert.Throws<BadInputException>(() => Judge(Fingerprints.Of(Fingerprints.Numbers(s_normal)), other)).Code);
        Assert.Throws<BadInputException>(() => Judge(Fingerprints.Of(Fingerprints.Numbers(s_normal, "y")), Fingerprints.Of(Fingerprints.Numbers(s_normal))));
    }

    [Fact]
    public void SameCounts_AreIdentical()
    {
        var both = SampleReports.Everything().Reference;
        var verdict = Judge(both, both);
        Assert.Equal(Verdict.Pass, verdict.Verdict);
        Assert.Equal("identical", verdict.Reason);
        Assert.All(verdict.Features, f => Assert.Equal("identical", f.Reason));
        Assert.All(verdict.Features.Where(f => f.Metrics.Psi is not null), f => Assert.Equal((0, 0, 1), (f.Metrics.Psi, f.Metrics.ChiSquare, f.Metrics.ChiSquarePValue)));
    }

    [Fact]
    public void AbsentColumn_FailsFirst()
    {
        var verdict = SampleReports.Everything().Drift;
        Assert.Equal("gone", verdict.Features[0].Name);
        Assert.Equal("column is missing from the current batch", verdict.Features[0].Reason);
        Assert.Equal(DriftSignal.Presence, Assert.Single(verdict.Features[0].Signals).Signal);
        Assert.Null(verdict.Features[0].Metrics.Psi);
    }

    [Fact]
    public void Features_ComeGravestFirst()
    {
        foreach (var verdict in (DriftVerdict[])[SampleReports.Everything().Drift, SampleReports.Everything(500, 100).Drift, SampleReports.Wide(20).Drift])
            foreach (var (a, b) in verdict.Features.Zip(verdict.Features.Skip(1)))
                Assert.True((FeatureJudge.Gravity(a.Verdict), a.Severity).CompareTo((FeatureJudge.Gravity(b.Verdict), b.Severity)) >= 0, $"{a.Name} before {b.Name}");
    }

    [Fact]
    public void Overall_IsTheGravest()
    {
        Assert.Equal(Verdict.Fail, SampleReports.Everything().Drift.Verdict);
        var few = Fingerprints.Numbers(s_normal);
        var held = Judge(Fingerprints.Of(few), Fingerprints.Of(Fingerprints.Count(few, Samples.Normal(60, 8))));
        Assert.Equal(Verdict.Inconclusive, held.Verdict);
        Assert.Equal("1 of 1 column cannot be told from chance: x", held.Reason);
    }

    [Fact]
    public void SmallSample_SaysHowManyValuesWouldDo()
    {
        var column = Fingerprints.Numbers(s_normal);
        var feature = Judge(Fingerprints.Of(column), Fingerprints.Of(Fingerprints.Count(column, Samples.Normal(60, 8)))).Features[0];
        var signal = feature.Signals.First(s => s.Signal == DriftSignal.JensenShannon);
        // One judged column, four tests: bins, cells, missing, type errors.
        Assert.Equal(0.0025, signal.Alpha!.Value, 12);
        Assert.Equal(SampleSize.ForJensenShannon(0.1, new Sizes(20_000, 60, 10), 0.0025).Current, signal.NeededCount);
        Assert.InRange(signal.NeededCount!.Value, 450, 480);
    }

    [Fact]
    public void Text_IsJudgedByMissingAlone()
    {
        var feature = Judge(Fingerprints.Of(Fingerprints.Text(1000, 1)), Fingerprints.Of(Fingerprints.Text(1000, 121))).Features[0];
        Assert.Equal(DriftSignal.MissingRate, Assert.Single(feature.Signals).Signal);
        Assert.Equal("missing 0.1 % -> 12.1 %", feature.Reason);
    }

    [Fact]
    public void Thresholds_TurnedOff_JudgeNothing()
    {
        var column = Fingerprints.Numbers(s_normal);
        var off = new DriftOptions { Psi = null, JensenShannon = null, Wasserstein = null, MissingRate = null, TypeErrorRate = null, UnseenRate = null };
        var verdict = DriftPolicy.Judge(Fingerprints.Of(column), Fingerprints.Of(Fingerprints.Count(column, Samples.Normal(5_000, 2, 9))), off);
        Assert.Equal(Verdict.Pass, verdict.Verdict);
        Assert.Empty(verdict.Features[0].Signals);
        Assert.True(verdict.Features[0].Metrics.Psi > 1);
    }

    [Fact]
    public void OptionalSignals_FireWhenTurnedOn()
    {
        var column = Fingerprints.Numbers(s_normal);
        var options = new DriftOptions { KolmogorovSmirnov = 0.1, Hellinger = 0.1, OutOfRangeRate = 0.01 };
        var verdict = DriftPolicy.Judge(Fingerprints.Of(column), Fingerprints.Of(Fingerprints.Count(column, Samples.Normal(5_000, 2, 3))), options);
        Assert.Equal(8, verdict.Features[0].Signals.Length);
        Assert.All(verdict.Features[0].Signals.Where(s => s.Signal is DriftSignal.KolmogorovSmirnov or DriftSignal.Hellinger or DriftSignal.OutOfRangeRate),
            s => Assert.Equal(Verdict.Fail, s.Verdict));
    }

    private static DriftVerdict Judge(Fingerprint reference, Fingerprint current) => DriftPolicy.Judge(reference, current, DriftOptions.Default);
}

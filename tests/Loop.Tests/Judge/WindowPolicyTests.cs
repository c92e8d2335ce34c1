using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class WindowPolicyTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly Fingerprint s_reference = Fingerprints.Of(Fingerprints.Numbers(Samples.Normal(4000, 1), "x"), Fingerprints.Words(Samples.Zipf(4000, 2, 10)));

    [Fact]
    public void LastBatches_AreTheLatestSoundOnes_WhateverTheirOrder()
    {
        WindowBatch[] batches = [At("c", 3), At("a", 1), At("d", 4) with { IsQuarantined = true }, At("b", 2)];
        var selection = WindowPolicy.Select(batches, new WindowOptions { Batches = 2 }, "ref");
        Assert.Equal(["b", "c"], selection.Batches.Select(batch => batch.Batch));
        Assert.Equal("the last 2 batches", selection.Window);
        Assert.Empty(selection.Notes);
    }

    [Theory]
    [InlineData(24, "b,c", "the last 24 h")]
    [InlineData(25, "a,b,c", "the last 25 h")]
    [InlineData(168, "a,b,c", "the last 7 days")]
    public void Span_EndsWithTheLatestBatch_AndIsOpenAtItsStart(int hours, string expected, string name)
    {
        var selection = WindowPolicy.Select([At("a", 0), At("b", 1), At("c", 24)], new WindowOptions { Span = TimeSpan.FromHours(hours) }, "ref");
        Assert.Equal(expected, string.Join(',', selection.Batches.Select(batch => batch.Batch)));
        Assert.Equal(name, selection.Window);
    }

    [Fact]
    public void BatchesOfAnotherReference_AreLeftOutWithANote()
    {
        var selection = WindowPolicy.Select([At("a", 1) with { ReferenceHash = "old" }, At("b", 2)], new WindowOptions { Batches = 5 }, "ref");
        Assert.Equal("b", Assert.Single(selection.Batches).Batch);
        Assert.Equal("1 batch of it was counted against another champion's reference and left out.", Assert.Single(selection.Notes));
        Assert.Empty(WindowPolicy.Select([], new WindowOptions { Batches = 5 }, "ref").Batches);
    }

    [Fact]
    public void WindowOfPartitions_IsJudgedLikeAllTheirRowsAtOnce()
    {
        double[] numbers = Samples.Normal(900, 3, 0.3);
        string[] words = Samples.Zipf(900, 4, 10);
        var selection = WindowPolicy.Select([At("a", 1), At("b", 2), At("c", 3)], new WindowOptions { Batches = 3 }, "ref");
        var parts = Enumerable.Range(0, 3).Select(i => (Fingerprint?)Count(numbers[(300 * i)..(300 * i + 300)], words[(300 * i)..(300 * i + 300)])).ToImmutableArray();
        var verdict = WindowPolicy.Judge(selection, parts, s_reference, DriftOptions.Default);
        var whole = DriftPolicy.Judge(s_reference, Count(numbers, words), DriftOptions.Default);
        Assert.Equal(Verdict.Fail, verdict.Verdict);
        Evidence.Same(DriftSummary.Of(whole, s_reference.Schema), verdict.Drift);
        Assert.Equal(900, verdict.Rows);
        Assert.StartsWith("the last 3 batches (3 batches, 900 rows): ", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FingerprintOfAnotherGrid_OrGone_IsLeftOutWithANote()
    {
        var other = Fingerprints.Of(Fingerprints.Numbers(Samples.Normal(100, 9, 5), "x"), Fingerprints.Words(Samples.Zipf(100, 2, 3)));
        var selection = WindowPolicy.Select([At("a", 1), At("b", 2), At("c", 3)], new WindowOptions { Batches = 3 }, "ref");
        var verdict = WindowPolicy.Judge(selection, [other, null, Count(Samples.Normal(500, 5), Samples.Zipf(500, 6, 10))], s_reference, DriftOptions.Default);
        Assert.Equal(Verdict.Pass, verdict.Verdict);
        Assert.Equal("c", Assert.Single(verdict.Selection.Batches).Batch);
        Assert.Contains("2 batches of it have no fingerprint over this reference's grid", Assert.Single(verdict.Selection.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyWindow_IsAnError() =>
        Assert.Equal(Verdict.Error, WindowPolicy.Judge(WindowPolicy.Select([], new WindowOptions { Batches = 3 }, "ref"), [], s_reference, DriftOptions.Default).Verdict);

    [Fact]
    public void Verdict_ComesBackFromTheJournal_AndReplaysFromItsFingerprints()
    {
        var selection = WindowPolicy.Select([At("a", 1), At("b", 2)], new WindowOptions { Batches = 3 }, "ref");
        ImmutableArray<Fingerprint?> parts = [Count(Samples.Normal(500, 5, 1), Samples.Zipf(500, 6, 10)), null];
        var verdict = WindowPolicy.Judge(selection, parts, s_reference, DriftOptions.Default);
        Evidence.Same(verdict, Evidence.Back(verdict));
        Evidence.Same(verdict, WindowPolicy.Judge(Evidence.Back(selection), parts, s_reference, Evidence.Back(DriftOptions.Default)));
    }

    private static WindowBatch At(string id, int hours) => new(id, s_noon.AddHours(hours), $"{id}.hfp", "f", "ref");

    private static Fingerprint Count(double[] numbers, string[] words) =>
        Fingerprints.Of(Fingerprints.Count(s_reference.Columns[0], numbers), Fingerprints.Count(s_reference.Columns[1], words));
}

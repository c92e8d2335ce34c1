using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

public class LabelsTests
{
    private readonly DataBench _bench = new();

    [Fact]
    public async Task LateLabels_AreJoinedToTheirBatch_AndTold()
    {
        var batch = await _bench.BatchAsync("a.csv", new FlightRows(500, 2));
        await _bench.BatchAsync("b.csv", new FlightRows(500, 3));
        var joined = await _bench.LabelsAsync("late.csv", new FlightRows(500, 2).Labels() + "nobody,1\n");
        Assert.Equal(500, joined.NewLabels);
        Assert.Contains("1 ids", joined.Reason, StringComparison.Ordinal);
        var entry = (await _bench.EntryAsync(batch.Batch))!;
        Assert.Equal((500, 0), (entry.LabelledRows, entry.OwnLabels));
        var signal = Assert.Single(_bench.Signals);
        Assert.Equal((SignalKind.LabelsJoined, 500, $"labels/{joined.File}"), (signal.Kind, signal.NewLabels, signal.Id));
        Assert.Equal(1, (await _bench.EvidenceAsync<LabelFileEntry>(JournalKinds.LabelsJoined)).Verdict!.Counts.Unknown);
    }

    [Fact]
    public async Task LabelsSaidAgain_AreNotNew_AndCorrectionsWin()
    {
        var batch = await _bench.BatchAsync("a.csv", new FlightRows(300, 2));
        string labels = new FlightRows(300, 2).Labels();
        await _bench.LabelsAsync("one.csv", labels);
        var before = (await _bench.EntryAsync(batch.Batch))!;
        Assert.Equal(0, (await _bench.LabelsAsync("two.csv", labels)).NewLabels);
        Assert.Equal(before.Labels, (await _bench.EntryAsync(batch.Batch))!.Labels);
        string other = labels.Replace("f2-7,0\n", "f2-7,x\n", StringComparison.Ordinal).Replace("f2-7,1\n", "f2-7,x\n", StringComparison.Ordinal);
        Assert.Equal(0, (await _bench.LabelsAsync("three.csv", other)).NewLabels);
        var after = (await _bench.EntryAsync(batch.Batch))!;
        Assert.NotEqual(before.Labels, after.Labels);
        Assert.Equal("x", (await new LabelBlobs(_bench.Store).ReadAsync(after.Labels, DataBench.None))["f2-7"]);
    }

    [Theory]
    [InlineData("id,late\nnobody,1\n", "None of the 1 labelled ids", false)]
    [InlineData("id,delayed\nf2-1,1\n", "has no column 'late'", true)]
    [InlineData("id,late\n\"f2-1,1\n", "HS1012", true)]
    public async Task LabelsOfNoUse_AreTold_AndBrokenOnesQuarantined(string text, string expected, bool quarantined)
    {
        await _bench.BatchAsync("a.csv", new FlightRows(100, 2));
        var joined = await _bench.LabelsAsync("x.csv", text);
        Assert.Equal(0, joined.NewLabels);
        Assert.Contains(expected, joined.Reason, StringComparison.Ordinal);
        Assert.Contains(JournalKinds.LabelsJoined, await _bench.KindsAsync());
        Assert.Equal(quarantined, await _bench.Store.FindAsync($"quarantine/flights/{joined.File}", DataBench.None) is not null);
        Assert.Empty(_bench.Signals);
    }

    [Fact]
    public async Task Performance_FirstLabelsAreTheBaseline_ALossIsConfirmedOnce()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(1500, 2));
        await _bench.LabelsAsync("a.csv", new FlightRows(1500, 2).Labels());
        Assert.True((await _bench.EvidenceAsync<PerformanceRecord>(JournalKinds.PerformanceJudged)).IsBaseline);
        await _bench.BatchAsync("b.csv", new FlightRows(1500, 3));
        await _bench.LabelsAsync("b.csv", new FlightRows(1500, 3).Labels());
        Assert.Equal(Verdict.Pass, (await _bench.EvidenceAsync<PerformanceRecord>(JournalKinds.PerformanceJudged)).Verdict.Verdict);
        for (int seed = 4; seed < 8; seed++)
        {
            await _bench.BatchAsync($"{seed}.csv", new FlightRows(1500, seed) { Wrong = 0.4 });
            await _bench.LabelsAsync($"{seed}.csv", new FlightRows(1500, seed).Labels());
        }
        var confirmed = Assert.Single(_bench.Signals, signal => signal.Kind == SignalKind.CauseConfirmed);
        // The inputs stood still, so what they mean has changed.
        Assert.Equal(RetrainCause.ConceptDrift, confirmed.Cause);
    }

    [Fact]
    public async Task LabelsThatCameWithTheRows_AreJudgedAtOnce()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(1500, 2) { HasLabels = true });
        var judged = await _bench.EvidenceAsync<PerformanceRecord>(JournalKinds.PerformanceJudged);
        Assert.InRange(judged.Verdict.Window!.Value!.Value, 0.87, 0.93);
        Assert.Equal((SignalKind.LabelsJoined, 1500), _bench.Signals.Select(signal => (signal.Kind, signal.NewLabels)).Single());
    }
}

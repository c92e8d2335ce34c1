using System.Text.Json;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

public class BatchTests
{
    private readonly DataBench _bench = new();

    [Fact]
    public async Task CleanBatch_IsAcceptedAndPasses()
    {
        var counted = await _bench.BatchAsync("monday.csv", new FlightRows(2000, 2));
        Assert.True(counted.Accepted, counted.Reason);
        Assert.Equal([JournalKinds.BatchAccepted, JournalKinds.Judged], await _bench.KindsAsync());
        var judged = await _bench.EvidenceAsync<JudgedRecord>(JournalKinds.Judged);
        Assert.True(judged.Drift.Verdict == Verdict.Pass, judged.Drift.Reason);
        Assert.Equal(Verdict.Pass, Assert.Single(judged.Windows).Verdict);
        Assert.Empty(_bench.Signals);
        var entry = (await _bench.EntryAsync(counted.Batch))!;
        Assert.Equal((2000, true, 0, "1"), (entry.Rows, entry.HasPredictions, entry.LabelledRows, entry.Version));
        Assert.StartsWith("state/flights/fingerprints/2026/03/02/monday-", entry.Fingerprint!.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstAcceptedRow_BecomesTheProbe_FeaturesOnly()
    {
        await _bench.BatchAsync("monday.csv", "id,distance,wind,carrier,answer\n" + string.Join('\n', new FlightRows(400, 3).Csv().Split('\n')[1..]));
        var probe = (await _bench.Store.ReadAsync("state/flights/probe.json", DataBench.None))!.Content;
        var row = JsonDocument.Parse(probe).RootElement[0];
        Assert.Equal(["distance", "wind", "carrier"], row.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Number, row.GetProperty("wind").ValueKind);
    }

    [Fact]
    public async Task DriftedBatches_RaiseTheSignalAtTwoOfThree_AndNotAgainInTheCooldown()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(800, 2));
        await _bench.BatchAsync("b.csv", new FlightRows(800, 3) { Wind = 8 });
        Assert.Empty(_bench.Signals);
        var confirming = await _bench.BatchAsync("c.csv", new FlightRows(800, 4) { Wind = 8 });
        var signal = Assert.Single(_bench.Signals);
        Assert.Equal((SignalKind.CauseConfirmed, RetrainCause.CovariateShift, $"batch/{confirming.Batch}/cause"), (signal.Kind, signal.Cause, signal.Id));
        Assert.Contains("'wind'", signal.Reason, StringComparison.Ordinal);
        await _bench.BatchAsync("d.csv", new FlightRows(800, 5) { Wind = 8 });
        Assert.Single(_bench.Signals);
        Assert.Equal(3, (await _bench.KindsAsync()).Count(kind => kind == JournalKinds.Triaged));
    }

    [Fact]
    public async Task SameTriggerAgain_ChangesNothing()
    {
        await _bench.BatchAsync("b.csv", new FlightRows(800, 3) { Wind = 8 });
        var arrival = await _bench.DropAsync("c.csv", new FlightRows(800, 4) { Wind = 8 }.Csv());
        await _bench.TakeAsync(arrival);
        var before = await Contents();
        Assert.True((await _bench.TakeAsync(arrival)).Accepted);
        Assert.Equal(before, await Contents());
        // The signal goes out again, under the same id: the controller drops it.
        Assert.Equal(2, _bench.Signals.Count);
        Assert.Single(_bench.Signals.Select(signal => signal.Id).Distinct());
    }

    [Fact]
    public async Task UnitChange_GoesToQuarantine_WithTheReasonBesideIt()
    {
        var counted = await _bench.BatchAsync("miles.csv", new FlightRows(800, 2) { Unit = 1 / 1.609344 });
        Assert.False(counted.Accepted);
        Assert.Equal([JournalKinds.BatchQuarantined], await _bench.KindsAsync());
        Assert.Null(await _bench.Store.FindAsync("batches/flights/miles.csv", DataBench.None));
        Assert.NotNull(await _bench.Store.FindAsync($"quarantine/flights/{counted.Batch}", DataBench.None));
        var reason = JsonDocument.Parse((await _bench.Store.ReadAsync($"quarantine/flights/{counted.Batch}.reason.json", DataBench.None))!.Content).RootElement;
        Assert.Contains("'distance'", reason.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("batches/flights/miles.csv", reason.GetProperty("blob").GetString());
    }

    [Theory]
    [InlineData("id,distance,wind,carrier\n1,\"2,3\n", "HS1012")]
    [InlineData("x,y\n1,2\n", "HS1007")]
    [InlineData("", "is empty")]
    public async Task UnreadableBatch_GoesToQuarantine_ToldInThreeBeats(string text, string expected)
    {
        var counted = await _bench.BatchAsync("bad.csv", text);
        Assert.False(counted.Accepted);
        Assert.Contains(expected, counted.Reason, StringComparison.Ordinal);
        Assert.True(counted.Reason.Split(". ").Length >= 3, counted.Reason);
        Assert.Equal([JournalKinds.BatchQuarantined], await _bench.KindsAsync());
        Assert.Equal(counted.Reason, (await _bench.EvidenceAsync<QualityRecord>(JournalKinds.BatchQuarantined)).Reason);
        Assert.Contains("quarantine/flights/" + counted.Batch, (await Contents()).Keys);
    }

    [Fact]
    public async Task QuarantinedBatch_IsInNoWindowAndNoDataset()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(400, 2) { HasLabels = true });
        await _bench.BatchAsync("miles.csv", new FlightRows(400, 3) { HasLabels = true, Unit = 1 / 1.609344 });
        await _bench.BatchAsync("c.csv", new FlightRows(400, 4) { HasLabels = true });
        Assert.Equal(800, Assert.Single((await _bench.EvidenceAsync<JudgedRecord>(JournalKinds.Judged)).Windows).Rows);
        var dataset = await _bench.RunAsync<DatasetReference>(ActivityNames.AssembleDataset, new DatasetInput("flights", new DatasetWindow(_bench.Now.AddDays(-1), _bench.Now, 0.2)));
        Assert.Equal(800, dataset.TrainingRows + dataset.HoldoutRows);
    }

    [Fact]
    public async Task BatchWithoutPolicy_IsQuarantinedAndTold()
    {
        var bench = new DataBench(policy: null);
        var counted = await bench.BatchAsync("a.csv", new FlightRows(100, 2));
        Assert.Contains("There is no policy for 'flights'", counted.Reason, StringComparison.Ordinal);
        Assert.Equal([JournalKinds.BatchQuarantined], await bench.KindsAsync());
    }

    [Fact]
    public async Task NoReference_IsTold_UnlessTheStateAllowsTheFirstBatchToBeIt()
    {
        _bench.Models.Versions.Clear();
        var refused = await _bench.BatchAsync("a.csv", new FlightRows(800, 2));
        Assert.Contains("has no reference", refused.Reason, StringComparison.Ordinal);
        _bench.Write("state/flights/model.json", """{ "adoptFirstBatch": true }""");
        Assert.True((await _bench.BatchAsync("b.csv", new FlightRows(800, 3))).Accepted);
        await _bench.BatchAsync("c.csv", new FlightRows(800, 4) { Wind = 8 });
        Assert.Equal(Verdict.Fail, (await _bench.EvidenceAsync<JudgedRecord>(JournalKinds.Judged)).Drift.Verdict);
        Assert.NotNull(await _bench.Store.FindAsync("state/flights/reference-first.hfp", DataBench.None));
    }

    [Fact]
    public async Task NobodyServes_TheFirstBatchIsTheReference()
    {
        var bench = new DataBench(nobodyServes: true);
        Assert.True((await bench.BatchAsync("a.csv", new FlightRows(800, 2))).Accepted);
        await bench.BatchAsync("b.csv", new FlightRows(800, 3) { Wind = 8 });
        Assert.Equal(Verdict.Fail, (await bench.EvidenceAsync<JudgedRecord>(JournalKinds.Judged)).Drift.Verdict);
    }

    [Fact]
    public async Task FileReplacedBeforeItIsRead_IsLeftToTheNextBatch()
    {
        var arrival = await _bench.DropAsync("a.csv", new FlightRows(100, 2).Csv());
        _bench.Write(arrival.Blob, new FlightRows(100, 3).Csv());
        Assert.False((await _bench.TakeAsync(arrival)).Accepted);
        Assert.Empty(await _bench.RecordsAsync());
        Assert.NotNull(await _bench.Store.FindAsync(arrival.Blob, DataBench.None));
    }

    private async Task<SortedDictionary<string, string>> Contents()
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in _bench.Store.ListAsync("", DataBench.None))
            contents[blob.Name] = Convert.ToBase64String((await _bench.Store.ReadAsync(blob.Name, DataBench.None))!.Content.Span);
        return contents;
    }
}

using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

/// <summary>Labels that come before the batch with their rows.</summary>
public class EarlyLabelTests
{
    private readonly DataBench _bench = new();

    [Fact]
    public async Task Labels_ThatCameFirst_AreJoinedWhenTheirBatchComes_AndCountedOnce()
    {
        var early = await _bench.LabelsAsync("early.csv", new FlightRows(300, 2).Labels());
        Assert.Equal(0, early.NewLabels);
        Assert.Contains("300 labels wait until 2026-03-09", early.Reason, StringComparison.Ordinal);
        Assert.Empty(_bench.Signals);
        var batch = await _bench.BatchAsync("a.csv", new FlightRows(300, 2));
        var signal = Assert.Single(_bench.Signals);
        Assert.Equal((SignalKind.LabelsJoined, 300, $"batch/{batch.Batch}/labels-early"), (signal.Kind, signal.NewLabels, signal.Id));
        Assert.Equal(300, (await _bench.EntryAsync(batch.Batch))!.LabelledRows);
        Assert.Contains(JournalKinds.PerformanceJudged, await _bench.KindsAsync());
        // The same labels once more say nothing new.
        Assert.Equal(0, (await _bench.LabelsAsync("again.csv", new FlightRows(300, 2).Labels())).NewLabels);
    }

    [Fact]
    public async Task Labels_OfTwoBatches_OneThereAndOneToCome_CountForEach()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(200, 2));
        var both = await _bench.LabelsAsync("both.csv", new FlightRows(200, 2).Labels() + new FlightRows(300, 3).Labels()[8..]);
        Assert.Equal(200, both.NewLabels);
        await _bench.BatchAsync("b.csv", new FlightRows(300, 3));
        Assert.Equal([200, 300], _bench.Signals.Where(signal => signal.Kind == SignalKind.LabelsJoined).Select(signal => signal.NewLabels));
    }

    [Fact]
    public async Task Labels_BeforeTheVeryFirstBatch_Wait()
    {
        _bench.Models.Versions.Clear();
        _bench.Write("state/flights/model.json", """{ "adoptFirstBatch": true }""");
        Assert.Contains("wait until", (await _bench.LabelsAsync("early.csv", new FlightRows(500, 2).Labels())).Reason, StringComparison.Ordinal);
        var batch = await _bench.BatchAsync("a.csv", new FlightRows(500, 2));
        Assert.Equal(500, (await _bench.EntryAsync(batch.Batch))!.LabelledRows);
    }

    [Fact]
    public async Task Corrections_ThatWaited_WinOverLabelsThatWaitedLonger()
    {
        string labels = new FlightRows(50, 2).Labels();
        await _bench.LabelsAsync("z.csv", labels);
        await _bench.LabelsAsync("a.csv", labels.Replace("f2-7,0\n", "f2-7,x\n", StringComparison.Ordinal).Replace("f2-7,1\n", "f2-7,x\n", StringComparison.Ordinal));
        var batch = await _bench.BatchAsync("b.csv", new FlightRows(50, 2));
        Assert.Equal("x", (await new LabelBlobs(_bench.Store).ReadAsync((await _bench.EntryAsync(batch.Batch))!.Labels, DataBench.None))["f2-7"]);
        Assert.Equal(50, _bench.Signals.Sum(signal => signal.NewLabels));
    }

    [Fact]
    public async Task BatchAndLabels_AtTheSameMoment_CountOnce_WhoeverIsFirst()
    {
        var arrival = await _bench.DropAsync("a.csv", new FlightRows(300, 2).Csv());
        _bench.Write("labels/flights/l.csv", new FlightRows(300, 2).Labels());
        var labels = new LabelArrival("flights", "labels/flights/l.csv", (await _bench.Store.FindAsync("labels/flights/l.csv", default))!.ETag, _bench.Now);
        // The label file has kept its labels and not yet looked at the catalog when the batch comes.
        var rows = new FlightRows(300, 2).Labels().Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(row => KeyValuePair.Create(row.Split(',')[0], row.Split(',')[1]));
        await new EarlyLabels(_bench.Store).KeepAsync("flights", labels.File, rows, default);
        await _bench.TakeAsync(arrival);
        await _bench.TakeAsync(labels);
        await _bench.TakeAsync(arrival);
        Assert.Equal(300, _bench.Signals.Where(signal => signal.Kind == SignalKind.LabelsJoined).DistinctBy(signal => signal.Id).Sum(signal => signal.NewLabels));
    }

    [Fact]
    public async Task Labels_WhoseRowsNeverCame_AreToldOnceAfterTheirTime()
    {
        await _bench.BatchAsync("a.csv", new FlightRows(100, 2));
        await _bench.LabelsAsync("x.csv", new FlightRows(100, 2).Labels() + "nobody,1\nnobody-else,0\n");
        var client = new Monitor.FakeClient(new ManualClock(_bench.Now));
        client.Controller(new ControllerState { Model = "flights" });
        async Task Tick(TimeSpan later) => await new LoopMonitor(_bench.Ports, client, new ManualClock(_bench.Now + later)).TickAsync(default);
        await Tick(TimeSpan.FromDays(6.9));
        Assert.DoesNotContain(JournalKinds.LabelsUnknown, await _bench.KindsAsync());
        await Tick(TimeSpan.FromDays(7.1));
        await Tick(TimeSpan.FromDays(7.2));
        var told = Assert.Single(await _bench.RecordsAsync(), record => record.Kind == JournalKinds.LabelsUnknown);
        Assert.StartsWith("2 of 102 labels in 'labels/flights/x.csv' are of rows that no batch had in 7 days.", told.Summary, StringComparison.Ordinal);
        Assert.Empty(await new EarlyLabels(_bench.Store).FilesAsync("flights", default));
    }
}

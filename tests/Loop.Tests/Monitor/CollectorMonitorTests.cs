using System.Text;
using Homeostat.Loop.Tests.Data;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Monitor;

public class CollectorMonitorTests
{
    private readonly MonitorBench _bench = new();

    [Fact]
    public async Task ClosedHour_BecomesOneBatch_ThatKnowsItsDeployment()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 100);
        Assert.Equal(0, (await _bench.TickAsync(TimeSpan.FromMinutes(74))).Models[0].Batches);
        var report = await _bench.TickAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, report.Models[0].Batches);
        var (name, id, input) = Assert.Single(_bench.Client.Started);
        var arrival = (BatchArrival)input!;
        Assert.Equal(("Batch", BatchOrchestrator.InstanceOf("flights", arrival.Batch), "blue"), (name, id, arrival.Deployment));
        for (int hour = 0; hour < 3; hour++) await _bench.TickAsync(TimeSpan.FromHours(1));
        Assert.Single(_bench.Client.Started);
        var csv = Encoding.UTF8.GetString((await _bench.Store.ReadAsync(arrival.Blob, default))!.Content.Span).Split('\n');
        Assert.Equal((102, "$rowid,$time,id,distance,wind,carrier,late,answer", "r0_0,2026-03-02T06:00:00Z,f0,300,0,A,,0"), (csv.Length, csv[0], csv[1]));
    }

    [Fact]
    public async Task Hour_GoesAllTheWay_AndItsPredictionsAreLogged()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 300);
        await _bench.TickAsync(TimeSpan.FromMinutes(76));
        var arrival = (BatchArrival)_bench.Client.Started[0].Input!;
        await new BatchOrchestrator().RunAsync(new DirectContext(new TaskRegistry().AddData(_bench.Ports), _bench.Clock.Now), arrival);
        var entry = (await new BatchCatalog(_bench.Store).FindAsync("flights", arrival.Batch, default))!;
        Assert.Equal((300, "blue", true), (entry.Rows, entry.Deployment, entry.HasPredictions));
        Assert.Equal(MonitorBench.Start, entry.From);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Payloads_BecomeABatch_WhereThePolicySaysSo(bool asked, int expected)
    {
        var bench = new MonitorBench { Payloads = true };
        if (asked) bench.Policy(FlightRows.Policy.TrimEnd()[..^1] + """, "collector": { "payloads": true } }""");
        bench.Collect("blue", MonitorBench.Start, 0, 10);
        string folder = "modelDataCollector/flights-endpoint/blue/";
        // As the service's documentation has them: rows below 'data', and a request that its model never answered.
        bench.Append($"{folder}request/2026/03/02/06/b.jsonl", """{"specversion":"1.0","type":"azureml.inference.request","datacontenttype":"application/json","time":"2026-03-02T06:10:00Z","data":{"data":[{"id":"g1","distance":7},{"id":"g2","distance":8}]},"path":"/score","method":"POST","contentrange":"bytes 0-59/*","correlationid":"r80","xrequestid":"r80"}""" + "\n"
            + """{"specversion":"1.0","type":"azureml.inference.request","datacontenttype":"text/plain","time":"2026-03-02T06:11:00Z","data":"no rows","path":"/score","method":"POST","contentrange":"bytes 0-8/*","correlationid":"r81","xrequestid":"r81"}""" + "\n");
        bench.Append($"{folder}response/2026/03/02/06/b.jsonl", """{"specversion":"1.0","type":"azureml.inference.response","datacontenttype":"application/json","time":"2026-03-02T06:10:00Z","data":[{"answer":1},{"answer":0}],"contentrange":"bytes 0-27/28","correlationid":"r80","xrequestid":"r80"}""" + "\n");
        await bench.TickAsync(TimeSpan.FromMinutes(76));
        Assert.Equal(expected, bench.Client.Started.Count);
        if (!asked) return;
        var arrival = (BatchArrival)bench.Client.Started[0].Input!;
        var csv = Encoding.UTF8.GetString((await bench.Store.ReadAsync(arrival.Blob, default))!.Content.Span).Split('\n');
        Assert.Equal((14, "r0_0,2026-03-02T06:00:00Z,f0,300,0,A,,0", "r80_1,2026-03-02T06:10:00Z,g2,8,,,,0"), (csv.Length, csv[1], csv[12]));
    }

    [Fact]
    public async Task LateLines_MakeASupplement_AndACutLineWaits()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 10);
        string cut = "modelDataCollector/flights-endpoint/blue/model_inputs/2026/03/02/06/a.jsonl";
        _bench.Append(cut, """{"specversion":"1.0","type":"azureml.""");
        await _bench.TickAsync(TimeSpan.FromMinutes(76));
        _bench.Append(cut, """inference.model_inputs","time":"2026-03-02T06:59:59Z","data":[{"id":"late","distance":1}],"correlationid":"r99"}""" + "\n");
        await _bench.TickAsync(TimeSpan.FromMinutes(60));
        Assert.Equal(2, _bench.Client.Started.Count);
        var late = (BatchArrival)_bench.Client.Started[1].Input!;
        string csv = Encoding.UTF8.GetString((await _bench.Store.ReadAsync(late.Blob, default))!.Content.Span);
        Assert.Equal("r99_0,2026-03-02T06:59:59Z,late,1,,,,\n", csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(((BatchArrival)_bench.Client.Started[0].Input!).Slot, late.Slot);
    }

    [Fact]
    public async Task BatchThatWentToQuarantine_IsNotMadeAgain()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 10);
        await _bench.TickAsync(TimeSpan.FromMinutes(76));
        var (_, id, input) = _bench.Client.Started[0];
        await _bench.Store.MoveAsync(((BatchArrival)input!).Blob, "quarantine/flights/x", default);
        _bench.Client.End(id, OrchestrationStatus.Completed);
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        await _bench.TickAsync(TimeSpan.FromHours(1));
        Assert.Single(_bench.Client.Started);
    }

    [Fact]
    public async Task BatchThatFailed_IsStartedAgain_NotTooSoon()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 10);
        await _bench.TickAsync(TimeSpan.FromMinutes(76));
        _bench.Client.End(_bench.Client.Started[0].Id, OrchestrationStatus.Failed);
        await _bench.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Single(_bench.Client.Started);
        await _bench.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(2, _bench.Client.Started.Count);
        Assert.Single(_bench.Client.Started.Select(started => started.Id).Distinct());
    }

    [Fact]
    public async Task DamagedHour_IsToldOnce_AndLeftBehind()
    {
        _bench.Append("modelDataCollector/flights-endpoint/blue/model_inputs/2026/03/02/06/a.jsonl", """{"specversion":"1.0","type":"azureml.inference.model_inputs","data":[{"a":1},"correlationid":"r"}""" + "\n");
        await _bench.TickAsync(TimeSpan.FromMinutes(76));
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_bench.Client.Started);
        var told = Assert.Single(await _bench.RecordsAsync());
        Assert.Equal(JournalKinds.BatchQuarantined, told.Kind);
        Assert.Contains("flights-endpoint/blue/2026/03/02/06 is not judged", told.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoHostsAtOnce_MakeOneBatch()
    {
        for (int i = 0; i < 8; i++) _bench.Collect(i % 2 == 0 ? "blue" : "green", MonitorBench.Start.AddHours(i / 2), 10 * i, 10);
        _bench.Clock.Now += TimeSpan.FromHours(6);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_bench.TickAsync)));
        await _bench.TickAsync();
        Assert.Equal(8, _bench.Client.Started.Count);
        Assert.Equal(80, await RowsAsync());
    }

    [Fact]
    public async Task CrashBehindAnyWrite_LosesAndDoublesNothing()
    {
        for (int write = 1; write < 20; write++)
        {
            CrashingStore? store = null;
            var bench = new MonitorBench(inner => store ??= new CrashingStore(inner) { CrashAfter = write });
            bench.Collect("blue", MonitorBench.Start, 0, 10);
            await bench.TickAsync(TimeSpan.FromMinutes(76));
            bench.Collect("blue", MonitorBench.Start, 10, 10); // between the crash and the next tick the files grow
            await bench.TickAsync();
            await bench.TickAsync(TimeSpan.FromHours(1));
            foreach (var (_, id, _) in bench.Client.Started.ToList()) bench.Client.End(id, OrchestrationStatus.Completed);
            await bench.TickAsync();
            Assert.Equal(20, await RowsAsync(bench));
            Assert.Equal(bench.Client.Started.Count, bench.Client.Started.Select(started => started.Id).Distinct().Count());
            if (!store!.Crashed) return;
        }
        Assert.Fail("A tick writes without end.");
    }

    private Task<int> RowsAsync() => RowsAsync(_bench);

    private static async Task<int> RowsAsync(MonitorBench bench)
    {
        int rows = 0;
        foreach (var (_, _, input) in bench.Client.Started)
            rows += Encoding.UTF8.GetString((await bench.Store.ReadAsync(((BatchArrival)input!).Blob, default))!.Content.Span).Split('\n').Length - 2;
        return rows;
    }
}

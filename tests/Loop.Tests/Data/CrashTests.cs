using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

/// <summary>Activities run at least once: a crash behind any write, and the run after it, leave what one run leaves.</summary>
public class CrashTests
{
    [Fact]
    public async Task CrashBehindAnyWrite_LeavesTheSameDecisionsAndSignals()
    {
        var expected = await RunAsync(crashAfter: int.MaxValue);
        Assert.Contains(expected.Signals, signal => signal.Cause == RetrainCause.CovariateShift);
        Assert.InRange(expected.Writes, 10, 60);
        for (int write = 1; write <= expected.Writes; write++)
        {
            var after = await RunAsync(write);
            Assert.True(after.Crashed, $"no crash at write {write}");
            Assert.Equal(expected.Records, after.Records);
            Assert.Equal(expected.Signals.Select(s => (s.Id, s.Cause, s.NewLabels)).Distinct(), after.Signals.Select(s => (s.Id, s.Cause, s.NewLabels)).Distinct());
        }
    }

    private static async Task<(List<string> Records, List<ControllerSignal> Signals, int Writes, bool Crashed)> RunAsync(int crashAfter)
    {
        CrashingStore? store = null;
        var bench = new DataBench(spoiled: inner => store = new CrashingStore(inner));
        await bench.BatchAsync("a.csv", new FlightRows(400, 2) { Wind = 8 });
        var arrival = await bench.DropAsync("b.csv", new FlightRows(400, 3) { Wind = 8 }.Csv());
        // Both are there before the crash: an ETag tells how often was written before.
        bench.Write("labels/flights/b.csv", new FlightRows(400, 3).Labels());
        var late = new LabelArrival("flights", "labels/flights/b.csv", (await bench.Store.FindAsync("labels/flights/b.csv", DataBench.None))!.ETag, bench.Now);
        store!.Count = 0;
        store.CrashAfter = crashAfter;
        await TwiceAsync(store, () => bench.TakeAsync(arrival));
        await TwiceAsync(store, () => bench.TakeAsync(late));
        return ([.. (await bench.RecordsAsync()).Select(record => $"{record.Kind} {record.Summary}")], bench.Signals, store.Count, store.Crashed);
    }

    private static async Task TwiceAsync(CrashingStore store, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (InvalidProgramException) when (store.Crashed)
        {
            await run();
        }
    }
}

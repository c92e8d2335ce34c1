using System.Diagnostics;
using Homeostat.LocalHost;

namespace Homeostat.Bench.Engine;

/// <summary>Activity completions a second, each one durable: scheduled, run, recorded, heard.</summary>
internal static class Completions
{
    public static async Task<double> PerSecondAsync(string folder, int instances, int inARow, int atOnce)
    {
        await using var engine = await DurableEngine.OpenAsync(new EngineOptions(folder, TimeProvider.System), Tasks.Registry);
        await RunAsync(engine, "warm", 1, 20, 2);
        var watch = Stopwatch.StartNew();
        await RunAsync(engine, "run", instances, inARow, atOnce);
        return instances * inARow * atOnce / watch.Elapsed.TotalSeconds;
    }

    private static async Task RunAsync(DurableEngine engine, string id, int instances, int inARow, int atOnce)
    {
        await Task.WhenAll(Enumerable.Range(0, instances).Select(i => engine.StartAsync("run", $"{id}-{i}", new[] { inARow, atOnce }, default)));
        await engine.WhenIdleAsync();
    }
}

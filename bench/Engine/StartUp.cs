using System.Diagnostics;
using Homeostat.LocalHost;

namespace Homeostat.Bench.Engine;

/// <summary>How long a controller that has seen much takes to start, against a new one.</summary>
internal static class StartUp
{
    public static async Task MeasureAsync(string folder, int events)
    {
        var fresh = Path.Combine(folder, "fresh");
        var old = Path.Combine(folder, "old");
        await LiveAsync(fresh, 1);
        await LiveAsync(old, events);
        // In turn, so that a slow moment of the machine hits both.
        var times = Enumerable.Range(0, 21).Select(_ => (Fresh: StartAsync(fresh).Result, Old: StartAsync(old).Result)).ToList();
        double Median(Func<(double Fresh, double Old), double> of) => times.Select(of).Order().ElementAt(times.Count / 2);
        var (one, many) = (Median(t => t.Fresh), Median(t => t.Old));
        Console.WriteLine($"start of a controller after 1 event {one:F2} ms, after {events:N0} events {many:F2} ms, ratio {many / one:F2}");
    }

    private static async Task LiveAsync(string folder, int events)
    {
        await using var engine = await DurableEngine.OpenAsync(new EngineOptions(folder, TimeProvider.System), Tasks.Registry);
        await engine.StartAsync("controller", "controller", 0, default);
        foreach (var chunk in Enumerable.Range(0, events).Chunk(100))
        {
            await Task.WhenAll(chunk.Select(i => engine.RaiseEventAsync("controller", "batch", i, default)));
        }
        await engine.WhenIdleAsync();
    }

    private static async Task<double> StartAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        await using var engine = await DurableEngine.OpenAsync(new EngineOptions(folder, TimeProvider.System), Tasks.Registry);
        await engine.WhenIdleAsync();
        return watch.Elapsed.TotalMilliseconds;
    }
}

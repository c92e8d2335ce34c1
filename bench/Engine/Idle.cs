using System.Diagnostics;
using Homeostat.LocalHost;

namespace Homeostat.Bench.Engine;

/// <summary>What controllers cost that wait.</summary>
internal static class Idle
{
    public static async Task MeasureAsync(string folder, int controllers, TimeSpan duration)
    {
        await using var engine = await DurableEngine.OpenAsync(new EngineOptions(folder, TimeProvider.System), Tasks.Registry);
        await Task.WhenAll(Enumerable.Range(0, controllers).Select(i => engine.StartAsync("controller", $"controller-{i}", 0, default)));
        await engine.WhenIdleAsync();
        // The compiler still replaces what ran hot; that is the cost of starting, not of waiting.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await Task.Delay(duration);
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before) / duration;
        Console.WriteLine($"{controllers} idle controllers: {cpu:P2} of one core, working set {process.WorkingSet64 / 1048576} MiB, heap {heap / 1048576.0:F1} MiB");
    }
}

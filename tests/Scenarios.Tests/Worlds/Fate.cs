using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Has the host crash when an activity's effect is done and its result is not yet kept, as the weather says; and counts effects.</summary>
internal sealed class Fate(Weather weather)
{
    private int _effects;

    /// <summary>Crashes the host.</summary>
    internal Func<Task> Kill { get; set; } = () => Task.CompletedTask;

    /// <summary>Activities so far, over all starts.</summary>
    internal int Effects => Volatile.Read(ref _effects);

    /// <summary>Adds activities that have this fate.</summary>
    internal void Over(TaskRegistry registry, TaskRegistry activities)
    {
        foreach (var entry in activities.Activities.Values)
        {
            registry.AddActivity(entry.Name, new Script<JsonElement?, object?>(async (input, cancellation) =>
            {
                var result = await entry.Run(null, DurableJson.Read(input, entry.InputType), cancellation);
                await AfterEffect(cancellation);
                return result;
            }));
        }
    }

    private async Task AfterEffect(CancellationToken cancellation)
    {
        int effect = Interlocked.Increment(ref _effects);
        if (weather.EveryResult ? effect % 2 == 0 : effect != weather.Effect) return;
        await Kill();
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}

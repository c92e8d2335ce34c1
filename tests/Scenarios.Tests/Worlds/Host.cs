using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A host that crashes as the weather says, and starts again.</summary>
internal sealed class Host(Weather weather, ManualTime time, Func<TaskRegistry> registry) : IAsyncDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("homeostat-scenario-").FullName;
    private TaskCompletionSource<DurableEngine> _engine = new();

    internal Crashes Crashes { get; } = new(weather);

    internal Disk Disk { get; } = new(weather);

    /// <summary>Starts so far.</summary>
    internal int Starts { get; private set; }

    internal OrchestrationState State { get; private set; } = null!;

    internal async Task OpenAsync()
    {
        Starts++;
        var options = new EngineOptions(Folder, time)
        {
            Disk = Disk,
            Probe = Crashes,
        };
        _engine.SetResult(await DurableEngine.OpenAsync(options, registry()));
    }

    /// <summary>Asks the host; when it crashes over it, again after the next start.</summary>
    internal async Task<T> DoAsync<T>(Func<DurableEngine, Task<T>> ask)
    {
        while (true)
        {
            var engine = await _engine.Task;
            try
            {
                var answer = await ask(engine);
                State = (await engine.GetAsync(ControllerOrchestrator.InstanceOf(World.Model), default))!;
                return answer;
            }
            catch (EngineStoppedException) when (!weather.IsCalm)
            {
                _engine = new();
                await engine.DisposeAsync();
                await OpenAsync();
            }
        }
    }

    /// <summary>
    /// Has the host told something. When it crashes over it, nobody knows whether it was kept, so it is told again; then the first commit is let through,
    /// for a host that never answers would be told for ever.
    /// </summary>
    internal Task<T> TellAsync<T>(Func<DurableEngine, Task<T>> tell)
    {
        int before = Starts;
        return DoAsync(async engine =>
        {
            if (Starts != before)
            {
                await engine.WhenIdleAsync();
                Crashes.SpareNext();
            }
            return await tell(engine);
        });
    }

    /// <summary>Crashes the engine, has something done to its folder, and starts it again.</summary>
    internal async Task PowerCutAsync(Action<string> whileOff)
    {
        var engine = await _engine.Task;
        await engine.StopDeadAsync();
        _engine = new();
        await engine.DisposeAsync();
        whileOff(Folder);
        await OpenAsync();
    }

    /// <summary>Crashes the engine of now.</summary>
    internal async Task KillAsync() => _ = (await _engine.Task).StopDeadAsync();

    public async ValueTask DisposeAsync()
    {
        await (await _engine.Task).DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

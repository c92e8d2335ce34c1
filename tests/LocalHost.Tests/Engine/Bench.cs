using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>A folder, a clock and a registry, and engines on them one after the other.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Bench() => Options = new EngineOptions(Folder, Time);

    public string Folder { get; } = Directory.CreateTempSubdirectory("homeostat-engine-").FullName;

    public ManualTime Time { get; } = new(Start);

    public TaskRegistry Registry { get; set; } = new();

    public EngineOptions Options { get; set; }

    public DurableEngine Engine { get; private set; } = null!;

    public string Instances => Path.Combine(Folder, "instances");

    public string Log => Path.Combine(Folder, "log");

    public async Task<DurableEngine> OpenAsync() => Engine = await DurableEngine.OpenAsync(Options, Registry);

    /// <summary>Closes tidily and opens again.</summary>
    public async Task<DurableEngine> ReopenAsync()
    {
        await Engine.DisposeAsync();
        return await OpenAsync();
    }

    /// <summary>Stops the engine without a tidy close, as a power cut would, and leaves the folder as it is.</summary>
    public async Task CrashAsync()
    {
        await Engine.StopDeadAsync();
        await Engine.DisposeAsync();
    }

    /// <summary>Starts an instance and runs until only events from outside could go on.</summary>
    public async Task<OrchestrationState> RunAsync(string name, object? input = null, string id = "i")
    {
        if (Engine is null) await OpenAsync();
        Assert.True(await Engine!.StartAsync(name, id, input, default));
        return await SettleAsync(id);
    }

    public async Task<OrchestrationState> SettleAsync(string id = "i")
    {
        await Engine.RunUntilIdleAsync(Time, TimeSpan.FromDays(400));
        return (await Engine.GetAsync(id, default))!;
    }

    public Task<bool> RaiseAsync(string name, object? payload, string id = "i") => Engine.RaiseEventAsync(id, name, payload, default);

    public static T Read<T>(JsonElement json) => json.Deserialize<T>(DurableJson.Options)!;

    public async ValueTask DisposeAsync()
    {
        if (Engine is not null) await Engine.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

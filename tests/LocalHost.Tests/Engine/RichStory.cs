using System.Collections.Concurrent;
using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>A story with everything an engine can do, and a driver that goes on with it whatever state it is in.</summary>
internal sealed class RichStory
{
    private readonly ConcurrentDictionary<string, int> _runs = new();
    private readonly ConcurrentDictionary<string, bool> _recorded = new();
    private readonly ConcurrentBag<string> _unneeded = [];

    /// <summary>How often each activity ran, by its name.</summary>
    public IReadOnlyDictionary<string, int> Runs => _runs;

    /// <summary>Activities that ran although their result was durable.</summary>
    public IReadOnlyCollection<string> Unneeded => _unneeded;

    // Each activity is called once in the story, so its name tells which call a history line is about.
    public TaskRegistry Registry => new TaskRegistry()
        .Act<int, string>("part-0", _ => Work("part-0"))
        .Act<int, string>("part-1", _ => Work("part-1"))
        .Act<int, string>("part-2", _ => Work("part-2"))
        .Act<int, string>("child-1", _ => Work("child-1"))
        .Act<int, string>("child-2", _ => Work("child-2"))
        .Act<int, string>("flaky", _ => Work("flaky") is var done && _runs["flaky"] < 2 ? throw new TransientException("later") : done)
        .Flow<int, string>("child", ChildAsync)
        .Flow<int, string>("listener", async (c, _) => await c.WaitForExternalEvent<string>("tell") + await c.WaitForExternalEvent<string>("tell"))
        .Flow<List<string>, string>("main", MainAsync);

    /// <summary>Notes which results are durable.</summary>
    public void Note(EngineCommit commit)
    {
        foreach (var done in commit.Events.Where(e => e.Contains("ActivityCompleted", StringComparison.Ordinal))) _recorded[done.Split(' ')[^1]] = true;
    }

    /// <summary>Starts, answers and waits, as often as it takes; what was done before is found done.</summary>
    public static async Task<string> DriveAsync(DurableEngine engine, ManualTime time)
    {
        if (await engine.GetAsync("listener", default) is null) await engine.StartAsync("listener", "listener", 0, default);
        if (await engine.GetAsync("main", default) is null) await engine.StartAsync("main", "main", new List<string>(), default);
        await engine.RunUntilIdleAsync(time, TimeSpan.FromDays(9));
        if ((await engine.GetAsync("main", default))!.CustomStatus is { ValueKind: System.Text.Json.JsonValueKind.String } status
            && status.GetString() == "asking")
        {
            await engine.RaiseEventAsync("main", "answer", "yes", default);
            await engine.RunUntilIdleAsync(time, TimeSpan.FromDays(9));
        }
        var (main, listener) = ((await engine.GetAsync("main", default))!, (await engine.GetAsync("listener", default))!);
        return $"{main.Status} {Text(main)} {listener.Status} {Text(listener)}";
    }

    private static string Text(OrchestrationState state) =>
        state.Output.ValueKind == System.Text.Json.JsonValueKind.String ? state.Output.GetString()! : $"{state.Failure?.Message}";

    private async Task<string> MainAsync(OrchestrationContext context, List<string> done)
    {
        if (done.Count == 0)
        {
            done.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.CallActivityAsync<string>($"part-{i}"))));
            done.Add(await context.CallActivityAsync<string>("flaky", null, new TaskRetryOptions(3, TimeSpan.FromMinutes(1))));
            context.SendEvent("listener", "tell", "first ");
            context.ContinueAsNew(done);
            return "";
        }
        var children = await Task.WhenAll(context.CallSubOrchestratorAsync<string>("child", 1), context.CallSubOrchestratorAsync<string>("child", 2));
        done.AddRange(children);
        context.SetCustomStatus("asking");
        done.Add(await context.WaitForExternalEvent<string>("answer", TimeSpan.FromDays(30)));
        context.SetCustomStatus("answered");
        context.SendEvent("listener", "tell", "second");
        done.Add($"{context.NewGuid()}");
        return string.Join(' ', done);
    }

    private async Task<string> ChildAsync(OrchestrationContext context, int number)
    {
        await context.CreateTimer(TimeSpan.FromHours(number), default);
        return await context.CallActivityAsync<string>($"child-{number}");
    }

    private string Work(string name)
    {
        if (_recorded.ContainsKey(name)) _unneeded.Add(name);
        _runs.AddOrUpdate(name, 1, (_, runs) => runs + 1);
        return $"{name}!";
    }
}

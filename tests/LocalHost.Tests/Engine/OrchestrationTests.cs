using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

public sealed class OrchestrationTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Activity_GivesItsResult()
    {
        _bench.Registry.Act<int, int>("double", x => 2 * x).Flow<int, int>("f", (c, x) => c.CallActivityAsync<int>("double", x));
        var state = await _bench.RunAsync("f", 21);
        Assert.Equal((OrchestrationStatus.Completed, "42"), (state.Status, state.Output.GetRawText()));
        Assert.Equal(("i", "f", Bench.Start), (state.InstanceId, state.Name, state.CreatedAt));
    }

    [Fact]
    public async Task Activity_Throwing_FailsTheOrchestration()
    {
        _bench.Registry.Act<int, int>("bad", _ => throw new InvalidDataException("no rows")).Flow<int, int>("f", (c, x) => c.CallActivityAsync<int>("bad", x));
        var failure = (await _bench.RunAsync("f", 1)).Failure!;
        Assert.Equal("Homeostat.Loop.TaskFailedException", failure.ErrorType);
        Assert.Equal("'bad' failed: no rows", failure.Message);
    }

    [Fact]
    public async Task Activity_Throwing_CanBeCaught()
    {
        _bench.Registry.Act<int, int>("bad", _ => throw new TransientException("later")).Flow<int, string>("f", async (c, x) =>
        {
            try
            {
                return $"{await c.CallActivityAsync<int>("bad", x)}";
            }
            catch (TaskFailedException e)
            {
                return $"{e.TaskName} {e.Failure.ErrorType} {e.Failure.IsTransient}";
            }
        });
        Assert.Equal("bad Homeostat.Loop.TransientException True", (await _bench.RunAsync("f", 1)).Output.GetString());
    }

    [Fact]
    public async Task Activities_RunTogether_UpToTheMaximum()
    {
        var (now, most) = (0, 0);
        var full = new TaskCompletionSource();
        _bench.Options = _bench.Options with { MaximumParallelActivities = 3 };
        _bench.Registry.ActAsync<int, int>("a", async (x, _) =>
        {
            var running = Interlocked.Increment(ref now);
            lock (full) most = Math.Max(most, running);
            if (running == 3) full.TrySetResult();
            await full.Task; // ends only if three are there together
            Interlocked.Decrement(ref now);
            return x;
        });
        _bench.Registry.Flow<int, int>("f", async (c, n) => (await Task.WhenAll(Enumerable.Range(1, n).Select(i => c.CallActivityAsync<int>("a", i)))).Sum());
        Assert.Equal("55", (await _bench.RunAsync("f", 10)).Output.GetRawText());
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task CanaryOfADay_TakesNoTime()
    {
        _bench.Registry.Act<int, int>("look", x => x).Flow<int, DateTimeOffset>("canary", async (c, steps) =>
        {
            for (var step = 0; step < steps; step++)
            {
                await c.CallActivityAsync<int>("look", step);
                await c.CreateTimer(TimeSpan.FromMinutes(15), default);
            }
            return c.CurrentUtcDateTime;
        });
        var state = await _bench.RunAsync("canary", 96);
        Assert.Equal(Bench.Start.AddDays(1), Bench.Read<DateTimeOffset>(state.Output));
        Assert.Equal(Bench.Start.AddDays(1), _bench.Time.GetUtcNow());
    }

    [Fact]
    public async Task Code_SeesTimeAndIds_TheSameInEveryReplay()
    {
        var seen = new List<(Guid Id, DateTimeOffset At)>();
        _bench.Registry.Act<int, int>("a", x => x).Flow<int, bool>("f", async (c, _) =>
        {
            seen.Add((c.NewGuid(), c.CurrentUtcDateTime));
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            await c.CallActivityAsync<int>("a", 1);
            return c.NewGuid() != c.NewGuid();
        });
        Assert.True((await _bench.RunAsync("f", 1)).Output.GetBoolean());
        Assert.True(seen.Count > 2, "was replayed");
        Assert.Equal(Bench.Start, Assert.Single(seen.Distinct()).At);
    }

    [Fact]
    public async Task IsReplaying_IsFalseOnce()
    {
        var fresh = new List<string>();
        _bench.Registry.Act<int, int>("a", x => x).Flow<int, int>("f", async (c, _) =>
        {
            void Note(string what)
            {
                if (!c.IsReplaying) fresh.Add(what);
            }
            Note("start");
            await c.CallActivityAsync<int>("a", 1);
            Note("first");
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            Note("second");
            return 0;
        });
        await _bench.RunAsync("f", 1);
        Assert.Equal(["start", "first", "second"], fresh);
    }

    [Fact]
    public async Task CustomStatus_IsShown_AndSurvives()
    {
        _bench.Registry.Flow<int, int>("f", async (c, _) =>
        {
            c.SetCustomStatus(new { Phase = DayOfWeek.Monday, Share = double.NaN });
            await c.WaitForExternalEvent<int>("never");
            return 0;
        });
        const string expected = """{"phase":"monday","share":"NaN"}""";
        Assert.Equal(expected, (await _bench.RunAsync("f", 1)).CustomStatus.GetRawText());
        await _bench.ReopenAsync();
        var again = await _bench.SettleAsync();
        Assert.Equal((expected, OrchestrationStatus.Running), (again.CustomStatus.GetRawText(), again.Status));
    }

    [Fact]
    public async Task Terminate_EndsIt_AndItsActivityIsNotHeard()
    {
        var gate = new TaskCompletionSource<int>();
        _bench.Registry.ActAsync<int, int>("slow", (_, _) => gate.Task).Flow<int, int>("f", (c, x) => c.CallActivityAsync<int>("slow", x));
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("f", "i", 1, default);
        Assert.True(await _bench.Engine.TerminateAsync("i", "enough", default));
        gate.SetResult(1);
        var state = await _bench.SettleAsync();
        Assert.Equal((OrchestrationStatus.Terminated, "enough"), (state.Status, state.Output.GetString()));
        Assert.False(await _bench.Engine.TerminateAsync("i", "again", default));
        Assert.False(await _bench.RaiseAsync("e", 1));
    }

    [Fact]
    public async Task Start_OfARunningId_DoesNothing_OfAnEndedOne_BeginsAnew()
    {
        _bench.Registry.Flow<int, int>("f", async (c, x) => x + await c.WaitForExternalEvent<int>("e"));
        await _bench.RunAsync("f", 1);
        Assert.False(await _bench.Engine.StartAsync("f", "i", 100, default));
        await _bench.RaiseAsync("e", 1);
        Assert.Equal("2", (await _bench.SettleAsync()).Output.GetRawText());
        Assert.Equal(OrchestrationStatus.Running, (await _bench.RunAsync("f", 100)).Status);
        await _bench.ReopenAsync();
        await _bench.RaiseAsync("e", 1);
        Assert.Equal("101", (await _bench.SettleAsync()).Output.GetRawText());
        Assert.Single(Directory.GetFiles(_bench.Instances));
    }

    [Fact]
    public async Task List_GivesThoseOfThePrefix_InOrder()
    {
        _bench.Registry.Flow<int, int>("f", (_, x) => Task.FromResult(x));
        foreach (var id in (string[])["b-2", "a", "b-10", "B-1"]) await _bench.RunAsync("f", 1, id);
        var ids = new List<string>();
        await foreach (var state in _bench.Engine.ListAsync("b-", default)) ids.Add(state.InstanceId);
        Assert.Equal(["b-10", "b-2"], ids);
        Assert.Null(await _bench.Engine.GetAsync("c", default));
    }

    [Fact]
    public async Task Purge_ForgetsOnlyWhatEnded()
    {
        _bench.Registry.Flow<int, int>("ends", (_, x) => Task.FromResult(x)).Flow<int, int>("stays", (c, _) => c.WaitForExternalEvent<int>("e"));
        await _bench.RunAsync("ends", 1, "old");
        await _bench.RunAsync("stays", 1, "alive");
        _bench.Time.Advance(TimeSpan.FromDays(1));
        await _bench.RunAsync("ends", 1, "new");
        Assert.Equal(1, await _bench.Engine.PurgeAsync(Bench.Start.AddHours(1), default));
        Assert.Null(await _bench.Engine.GetAsync("old", default));
        await _bench.CrashAsync();
        await _bench.OpenAsync();
        Assert.Null(await _bench.Engine.GetAsync("old", default));
        Assert.NotNull(await _bench.Engine.GetAsync("new", default));
        Assert.Equal(OrchestrationStatus.Running, (await _bench.SettleAsync("alive")).Status);
    }

    [Fact]
    public async Task Names_Unknown_FailClearly()
    {
        _bench.Registry.Flow<int, int>("f", (c, x) => c.CallActivityAsync<int>("nothing", x));
        await _bench.OpenAsync();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _bench.Engine.StartAsync("nobody", "i", 1, default));
        Assert.StartsWith("No orchestrator is registered as 'nobody'.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("No activity is registered as 'nothing'.", (await _bench.RunAsync("f", 1)).Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-very-long-id")]
    public async Task Start_WithAnUnusableId_IsRefused(string id)
    {
        _bench.Registry.Flow<int, int>("f", (_, x) => Task.FromResult(x));
        await _bench.OpenAsync();
        var whole = id.Length == 0 ? id : string.Concat(Enumerable.Repeat(id, 20));
        await Assert.ThrowsAsync<ArgumentException>(() => _bench.Engine.StartAsync("f", whole, 1, default));
    }

    [Fact]
    public async Task Payloads_ThatDoNotFit_FailClearly()
    {
        _bench.Registry.Act<int, int>("a", x => x).Act<int, string>("words", _ => "words")
            .Flow<int, int>("input", (_, x) => Task.FromResult(x))
            .Flow<string, int>("activityInput", (c, x) => c.CallActivityAsync<int>("a", x))
            .Flow<int, int>("activityResult", (c, x) => c.CallActivityAsync<int>("words", x))
            .Flow<int, int>("unwritable", async (c, _) =>
            {
                try
                {
                    return await c.CallActivityAsync<int>("a", typeof(int));
                }
                catch (NotSupportedException)
                {
                    return await c.CallActivityAsync<int>("a", 1);
                }
            })
            .Flow<int, object>("output", (_, _) => Task.FromResult<object>(typeof(int)));
        Assert.StartsWith("The input of 'input' cannot be read as Int32:", await FailureAsync("input", "x"), StringComparison.Ordinal);
        Assert.StartsWith("'a' failed: The input of 'a' cannot be read as Int32:", await FailureAsync("activityInput", "x"), StringComparison.Ordinal);
        Assert.StartsWith("'words' failed: What came of 'words' cannot be read", await FailureAsync("activityResult", 1), StringComparison.Ordinal);
        Assert.StartsWith("The input of activity 'a' cannot be written as JSON:", await FailureAsync("unwritable", 1), StringComparison.Ordinal);
        Assert.Contains("System.", await FailureAsync("output", 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_Missing_IsTheDefault()
    {
        _bench.Registry.Flow<int, int>("number", (_, x) => Task.FromResult(x)).Flow<string?, bool>("text", (_, x) => Task.FromResult(x is null));
        Assert.Equal("0", (await _bench.RunAsync("number", null, "a")).Output.GetRawText());
        Assert.True((await _bench.RunAsync("text", null, "b")).Output.GetBoolean());
        Assert.Equal(JsonValueKind.Undefined, (await _bench.Engine.GetAsync("b", default))!.CustomStatus.ValueKind);
    }

    private async Task<string> FailureAsync(string name, object input)
    {
        var state = await _bench.RunAsync(name, input, $"of-{name}");
        Assert.Equal(OrchestrationStatus.Failed, state.Status);
        return state.Failure!.Message;
    }
}

using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

public sealed class EventTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Events_AreKeptUntilAskedFor_FirstComeFirstServed()
    {
        _bench.Registry.Flow<int, string>("f", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            var got = new List<string>();
            for (var i = 0; i < 3; i++) got.Add(await c.WaitForExternalEvent<string>("word"));
            return string.Join(' ', got) + await c.WaitForExternalEvent<int>("number");
        });
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("f", "i", 1, default);
        await _bench.RaiseAsync("word", "a");
        await _bench.RaiseAsync("number", 7);
        await _bench.RaiseAsync("WORD", "b");
        await _bench.RaiseAsync("word", "c");
        Assert.Equal("a b c7", (await _bench.SettleAsync()).Output.GetString());
    }

    [Fact]
    public async Task Waits_OfOneName_AreServedInOrder()
    {
        _bench.Registry.Flow<int, string>("f", async (c, _) =>
        {
            var (first, second) = (c.WaitForExternalEvent<string>("e"), c.WaitForExternalEvent<string>("e"));
            await Task.WhenAll(first, second);
            return $"{await first} {await second}";
        });
        await _bench.RunAsync("f", 1);
        await _bench.RaiseAsync("e", "a");
        await _bench.RaiseAsync("e", "b");
        Assert.Equal("a b", (await _bench.SettleAsync()).Output.GetString());
    }

    [Fact]
    public async Task ContinueAsNew_KeepsUnclaimedEvents_InOrder()
    {
        _bench.Registry.Flow<List<string>, string>("f", async (c, got) =>
        {
            if (got.Count == 0) await c.WaitForExternalEvent<int>("go");
            got.Add(await c.WaitForExternalEvent<string>("e"));
            if (got.Count == 5) return string.Join(' ', got);
            c.ContinueAsNew(got);
            return "";
        });
        await _bench.RunAsync("f", new List<string>());
        foreach (var word in (string[])["a", "b", "c", "d", "e"]) await _bench.RaiseAsync("e", word);
        await _bench.ReopenAsync();
        await _bench.RaiseAsync("go", 1);
        Assert.Equal("a b c d e", (await _bench.SettleAsync()).Output.GetString());
    }

    [Fact]
    public async Task ContinueAsNew_NotKeeping_DropsUnclaimedEvents()
    {
        _bench.Registry.Flow<int, string>("f", async (c, run) =>
        {
            if (run == 0)
            {
                await c.WaitForExternalEvent<int>("go");
                c.ContinueAsNew(1, preserveUnprocessedEvents: false);
                return "";
            }
            return await c.WaitForExternalEvent<string>("e");
        });
        await _bench.RunAsync("f", 0);
        await _bench.RaiseAsync("e", "old");
        await _bench.RaiseAsync("go", 1);
        await _bench.SettleAsync();
        await _bench.RaiseAsync("e", "new");
        Assert.Equal("new", (await _bench.SettleAsync()).Output.GetString());
    }

    [Fact]
    public async Task ContinueAsNew_KeepsIdStatusAndCreation_AndHistoryStaysSmall()
    {
        _bench.Registry.Flow<int, int>("f", async (c, run) =>
        {
            if (run == 0) c.SetCustomStatus("set once");
            await c.WaitForExternalEvent<int>("e");
            c.ContinueAsNew(run + 1);
            return 0;
        });
        await _bench.RunAsync("f", 0);
        long first = 0;
        for (var i = 0; i < 200; i++)
        {
            _bench.Time.Advance(TimeSpan.FromMinutes(1));
            await _bench.RaiseAsync("e", i);
            await _bench.SettleAsync();
            if (i == 0) first = Size();
        }
        Assert.InRange(Size(), 1, first + 10);
        var state = await _bench.SettleAsync();
        Assert.Equal(("set once", Bench.Start), (state.CustomStatus.GetString(), state.CreatedAt));

        long Size() => new FileInfo(Assert.Single(Directory.GetFiles(_bench.Instances))).Length;
    }

    [Fact]
    public async Task Wait_WithATimeLimit_EndsAndLeavesLaterEventsToOthers()
    {
        _bench.Registry.Flow<int, string>("f", async (c, _) =>
        {
            string first;
            try
            {
                first = await c.WaitForExternalEvent<string>("e", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                first = "none";
            }
            return $"{first} {await c.WaitForExternalEvent<string>("e", TimeSpan.FromHours(24))} {c.CurrentUtcDateTime:HH:mm}";
        });
        Assert.True(await StartAsync("f"));
        await _bench.Engine.RunForAsync(_bench.Time, TimeSpan.FromHours(2));
        await _bench.RaiseAsync("e", "late");
        Assert.Null(await _bench.Engine.WhenIdleAsync()); // the limit of the second wait is not a timer any more
        Assert.Equal("none late 14:00", (await _bench.SettleAsync()).Output.GetString());
    }

    [Fact]
    public async Task Payload_ThatDoesNotFit_FailsTheWait_AndIsUsedUp()
    {
        _bench.Registry.Flow<int, int>("f", async (c, _) =>
        {
            try
            {
                return await c.WaitForExternalEvent<int>("e");
            }
            catch (TaskFailedException)
            {
                return 10 + await c.WaitForExternalEvent<int>("e");
            }
        });
        await _bench.RunAsync("f", 1);
        await _bench.RaiseAsync("e", "words");
        await _bench.RaiseAsync("e", 1);
        Assert.Equal("11", (await _bench.SettleAsync()).Output.GetRawText());
    }

    [Fact]
    public async Task SendEvent_ReachesOthersAndItself_AndIsLostWhenThereIsNone()
    {
        _bench.Registry
            .Flow<int, int>("receiver", (c, _) => c.WaitForExternalEvent<int>("e"))
            .Flow<int, string>("sender", async (c, run) =>
            {
                if (run == 1) return await c.WaitForExternalEvent<string>("myself");
                c.SendEvent("receiver", "e", 5);
                c.SendEvent("nobody", "e", 5);
                c.SendEvent(c.InstanceId, "myself", "hello");
                c.ContinueAsNew(1);
                return "";
            });
        await _bench.RunAsync("receiver", 1, "receiver");
        Assert.Equal("hello", (await _bench.RunAsync("sender", 0, "sender")).Output.GetString());
        Assert.Equal("5", (await _bench.SettleAsync("receiver")).Output.GetRawText());
        Assert.False(await _bench.RaiseAsync("e", 1, "nobody"));
    }

    private async Task<bool> StartAsync(string name)
    {
        await _bench.OpenAsync();
        return await _bench.Engine.StartAsync(name, "i", 1, default);
    }
}

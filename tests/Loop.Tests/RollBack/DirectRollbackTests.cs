using System.Text;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.RollBack;

/// <summary>A person's rollback that the controller did not take. Traffic is all at "green", the champion; "blue" was champion before.</summary>
public sealed class DirectRollbackTests
{
    private readonly HastyClock _clock = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly LiveEndpoint _endpoint = new("flights", "green 100", "blue", "green", "red");
    private readonly InMemoryBlobStore _store;

    public DirectRollbackTests() => _store = new InMemoryBlobStore(_clock);

    private static ControllerState Known => new()
    {
        Model = "flights",
        Champions = [new ChampionRecord("blue", "1", DateTimeOffset.MinValue), new ChampionRecord("green", "2", DateTimeOffset.MinValue)],
    };

    [Fact]
    public async Task Previous_IsWrittenProvenAndJournaled_UndoFirst()
    {
        var undone = new List<string>();
        _endpoint.Before = async call => undone.Add($"{call} {(await Kinds()).Count}");
        var result = await Run("1");
        Assert.Equal((DirectRollbackEnd.Done, "blue 100 %"), (result.End, result.Traffic!.ToString()));
        Assert.Equal(["undo-prepared", "traffic-shifted", "rolled-back"], await Kinds());
        Assert.Contains("set 1", undone); // written only when one record, the undo, was there
        Assert.All(await Records(), record => Assert.NotEqual(ReplayEnd.Differs, JournalReplay.Check(record).End));
    }

    [Theory]
    [InlineData(RollbackKind.Version, "3", "red 100 %")]
    [InlineData(RollbackKind.Deployment, "red", "red 100 %")]
    public async Task Named_GoesThere(RollbackKind kind, string target, string expected)
    {
        await Run("1", s => s with { RollbackTo = kind, Target = target });
        Assert.Equal(expected, _endpoint.Traffic.ToString());
    }

    [Fact]
    public async Task InARollout_ItIsUndone()
    {
        _endpoint.Traffic = TrafficSplit.None with { Traffic = LiveEndpoint.Shares("green 75 red 25") };
        var undo = new UndoPlan("flights", "red", TrafficSplit.All("green")) { Champion = "green", PolicyHash = "x" };
        var request = new RetrainRequest(RetrainCause.Manual, _clock.Now, "why");
        var state = Known with { Remediation = new Remediation(1, request, new PolicySnapshot("{}", "x")) { Challenger = "red", Undo = undo } };
        await Run("1", state: state);
        Assert.Equal("green 100 %", _endpoint.Traffic.ToString());
    }

    [Fact]
    public async Task NothingToGoBackTo_IsRefusedAndNothingWritten()
    {
        var result = await Run("1", state: Known with { Champions = [] });
        Assert.Equal(DirectRollbackEnd.Refused, result.End);
        Assert.Contains("Name one that is ready", result.Text, StringComparison.Ordinal);
        Assert.Empty(_endpoint.Writes);
        Assert.Equal(["rollback-refused"], await Kinds());
        Assert.Equal(DirectRollbackEnd.Done, (await Run("2")).End); // the lease is free again
    }

    [Fact]
    public async Task SameIdAgain_DoesNothing()
    {
        var first = await Run("1");
        _endpoint.Traffic = TrafficSplit.All("green"); // somebody else, since
        Assert.Equal(first.Record, (await Run("1")).Record);
        Assert.Equal(3, (await Kinds()).Count);
        Assert.Single(_endpoint.Writes);
    }

    [Fact]
    public async Task TwoPeopleAtOnce_BothEndAtTheSameChampion()
    {
        var results = await Task.WhenAll(Run("ada"), Run("bob"));
        Assert.All(results, result => Assert.Equal(DirectRollbackEnd.Done, result.End));
        Assert.Equal(["blue 100 %"], _endpoint.Writes);
        Assert.Equal(2, (await Kinds()).Count(kind => kind == "rolled-back"));
    }

    [Fact]
    public async Task LeaseHeldByAnother_IsBusy_UntilItExpires()
    {
        await Hold("bob", TimeSpan.FromMinutes(2));
        var busy = await Run("1");
        Assert.Equal(DirectRollbackEnd.Busy, busy.End);
        Assert.Contains("bob is rolling back already and may be until 2026-03-02 08:02 UTC", busy.Text, StringComparison.Ordinal);
        Assert.Empty(await Kinds());
        _clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(DirectRollbackEnd.Done, (await Run("1")).End);
    }

    [Theory]
    [InlineData("get", 0)] // after the lease
    [InlineData("set", 0)] // after the undo
    [InlineData("after set", 1)] // between the write and the journal
    [InlineData("score", 1)]
    public async Task CrashAnywhere_GoesOnWithTheSameId(string at, int writes)
    {
        await Probe();
        bool crashed = false;
        _endpoint.Before = call => call == at && !crashed ? throw Crash(ref crashed) : Task.CompletedTask;
        await Assert.ThrowsAsync<OperationCanceledException>(() => Run("1"));
        Assert.Equal(writes, _endpoint.Writes.Count);
        Assert.Equal(DirectRollbackEnd.Done, (await Run("1")).End);
        Assert.Equal(["blue 100 %"], _endpoint.Writes);
        Assert.Equal(["undo-prepared", "traffic-shifted", "rolled-back"], await Kinds());
    }

    [Fact]
    public async Task CrashAfterTheWrite_AnotherPersonFindsItThere()
    {
        bool crashed = false;
        _endpoint.Before = call => call == "after set" && !crashed ? throw Crash(ref crashed) : Task.CompletedTask;
        await Assert.ThrowsAsync<OperationCanceledException>(() => Run("ada"));
        await Hold("ada", TimeSpan.FromMinutes(2)); // a crash releases nothing
        Assert.Equal(DirectRollbackEnd.Busy, (await Run("bob")).End);
        _clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(DirectRollbackEnd.Done, (await Run("bob")).End);
        Assert.Equal(["blue 100 %"], _endpoint.Writes);
    }

    [Theory]
    [InlineData(2, DirectRollbackEnd.Done)]
    [InlineData(99, DirectRollbackEnd.NotWritten)]
    public async Task EndpointDoesNotAnswer_IsTriedAgain_AndSaid(int times, DirectRollbackEnd end)
    {
        int failed = 0;
        _endpoint.Before = call => call == "set" && failed++ < times ? throw new TransientException("busy") : Task.CompletedTask;
        var result = await Run("1");
        Assert.Equal(end, result.End);
        Assert.Equal(end == DirectRollbackEnd.NotWritten, result.Text.Contains("busy", StringComparison.Ordinal));
        Assert.Equal(end == DirectRollbackEnd.Done ? "rolled-back" : "trouble", (await Kinds())[^1]);
    }

    [Fact]
    public async Task EndpointRefusesForGood_IsSaidAtOnce()
    {
        int asked = 0;
        _endpoint.Before = call => call == "set" && ++asked > 0 ? throw new NotSupportedException("HS3104: the identity may not write") : Task.CompletedTask;
        var result = await Run("1");
        Assert.Equal((DirectRollbackEnd.NotWritten, 1), (result.End, asked));
        Assert.Contains("HS3104", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TargetDoesNotAnswer_IsNotCalledDone()
    {
        await Probe();
        _endpoint.Sick.Add("blue");
        var result = await Run("1");
        Assert.Equal(DirectRollbackEnd.NotProven, result.End);
        Assert.Equal(["undo-prepared", "traffic-shifted", "trouble"], await Kinds());
        _endpoint.Sick.Clear();
        Assert.Equal(DirectRollbackEnd.Done, (await Run("1")).End);
    }

    [Fact]
    public async Task WhatTheControllerDecidedBefore_IsNotWrittenAfterwards()
    {
        var decided = _clock.Now;
        _clock.Pass(TimeSpan.FromSeconds(20));
        await Run("1");
        var step = new TrafficWrite("flights", TrafficSplit.All("green")) { Model = "flights", DecidedAt = decided };
        await Assert.ThrowsAsync<InvalidOperationException>(() => new SetTrafficActivity(Ports).RunAsync(step, default));
        Assert.Equal("blue 100 %", _endpoint.Traffic.ToString());
        _clock.Pass(TimeSpan.FromSeconds(1));
        await new SetTrafficActivity(Ports).RunAsync(step with { DecidedAt = _clock.Now }, default);
        Assert.Equal("green 100 %", _endpoint.Traffic.ToString());
    }

    private LoopPorts Ports => new(_store, new BlobJournal(_store), _endpoint, new NoJobs(), new KnownModels(), new NoMetrics());

    private Task<string?> Probe() => _store.WriteAsync(StateNames.ProbeOf("flights"), "[{}]"u8.ToArray(), WriteCondition.Always, default);

    private static OperationCanceledException Crash(ref bool crashed)
    {
        crashed = true;
        return new OperationCanceledException("crash");
    }

    private async Task<DirectRollbackResult> Run(string id, Func<ControllerSignal, ControllerSignal>? more = null, ControllerState? state = null)
    {
        byte[] policy = Encoding.UTF8.GetBytes("""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }""");
        await _store.WriteAsync("policies/flights.json", policy, WriteCondition.Always, default);
        var signal = new ControllerSignal(SignalKind.Rollback, _clock.Now, "ada", "complaints") { Id = id, RollbackTo = RollbackKind.Previous };
        return await new DirectRollback(Ports, _clock).RunAsync("flights", more?.Invoke(signal) ?? signal, state ?? Known, default);
    }

    private async Task Hold(string by, TimeSpan time) =>
        await new ModelLeases(_store, _clock).TakeAsync("flights", new ModelLease($"{by}-1", by, _clock.Now + time), TimeSpan.Zero, default);

    private async Task<List<JournalRecord>> Records()
    {
        var records = new List<JournalRecord>();
        await foreach (var record in new BlobJournal(_store).ReadAsync("flights", 0, default)) records.Add(record);
        return records;
    }

    private async Task<List<string>> Kinds() => [.. (await Records()).Select(record => record.Kind)];
}

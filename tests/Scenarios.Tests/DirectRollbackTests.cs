using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests;

/// <summary>People roll back while the controller does not answer, or several do at once; then the controller hears of it.</summary>
public sealed class DirectRollbackTests
{
    private const string Id = "http/rollback/1";

    [Fact]
    public async Task InARollout_DoneDirectly_TheControllerAdoptsIt()
    {
        await using var world = await World.OpenAsync(Weather.Calm);
        await world.Drift();
        await world.UntilShare(25);
        var asked = Previous(world);
        Assert.Equal(DirectRollbackEnd.Done, (await Directly(world, asked)).End);
        await world.Send(asked);
        await world.Pass(TimeSpan.FromHours(3));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Equal(1, (await world.Journal()).Count(record => record.Kind == "rolled-back"));
        Assert.Equal(1, world.State.Governor.FailedChallengers);
    }

    [Fact]
    public async Task LongAfterChampionsChanged_TheLateSignalMovesNothing()
    {
        await using var world = await AtGreen();
        var asked = Previous(world);
        await Directly(world, asked);
        await world.CheckTraffic(); // adopted as somebody's edit before the signal is taken: "the one before" is now green
        Assert.Equal("blue", world.State.Champion!.Deployment);
        await world.Send(asked);
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
    }

    [Fact]
    public async Task BrokenOffBeforeTheWrite_TheControllerFinishesIt()
    {
        await using var world = await AtGreen();
        var asked = Previous(world);
        world.Endpoints.Down = call => call == "traffic";
        Assert.Equal(DirectRollbackEnd.NotWritten, (await Directly(world, asked)).End);
        world.Endpoints.Down = _ => false;
        await world.Send(asked);
        await world.Pass(TimeSpan.FromMinutes(10));
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        Assert.Equal(asked.Id, world.State.Answers[^1].Id);
    }

    [Fact]
    public async Task TwoPeopleSeeTheSameTrouble_TheSecondIsToldItIsDone()
    {
        await using var world = await AtGreen();
        var (ada, bob) = (Previous(world) with { Id = "ada" }, Previous(world) with { Id = "bob" });
        await world.Pass(TimeSpan.FromSeconds(1));
        await world.Send(ada);
        await world.Send(bob);
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Says("rollback-refused", "after this was asked for");
        await world.Send(Previous(world) with { Id = "bob again", At = world.Now.AddSeconds(1) });
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
    }

    [Fact]
    public async Task TrafficMovedByHandAndRolledBackByHand_StaysWhereItShould()
    {
        await using var world = await AtGreen();
        world.Endpoints.Edit(("blue", 100));
        await world.RollBack();
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Says("rolled-back", "already");
    }

    [Fact]
    public async Task Signal_HasItsRecords()
    {
        await using var world = await AtGreen();
        await world.Send(Previous(world));
        var journal = await world.Journal();
        var answer = world.State.Answers.Single(it => it.Id == Id);
        Assert.Equal(["traffic-shifted", "rolled-back"], answer.Records.Select(sequence => journal[(int)sequence].Kind));
    }

    private static ControllerSignal Previous(World world) => new(SignalKind.Rollback, world.Now, "ada", "complaints") { Id = Id, RollbackTo = RollbackKind.Previous };

    private static async Task<World> AtGreen()
    {
        var world = await World.OpenAsync(Weather.Calm);
        world.Endpoints.Add("green", "7");
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Pass(TimeSpan.FromMinutes(1));
        return world;
    }

    private static Task<DirectRollbackResult> Directly(World world, ControllerSignal signal)
    {
        var ports = new LoopPorts(world.Store, new BlobJournal(world.Store), world.Endpoints, world.Jobs, new FakeModels(), world.Metrics);
        return new DirectRollback(ports, world.Time) { Options = new() { FirstDelay = TimeSpan.Zero } }.RunAsync(World.Model, signal, world.State, default);
    }
}

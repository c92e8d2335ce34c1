using System.Text.Json;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;

namespace Homeostat.Scenarios.Tests;

public sealed class PhaseMovesTests
{
    private static readonly Phase[] _phases = Enum.GetValues<Phase>();

    [Fact]
    public void EveryPhase_IsReachable_AndHasAWayOut()
    {
        Assert.Equal(_phases.Order(), Reach(Phase.Steady).Order());
        Assert.All(_phases, phase => Assert.Contains(Phase.Steady, Reach(phase)));
    }

    [Fact]
    public async Task EveryAllowedMove_IsMadeInSomeStory()
    {
        var made = new HashSet<(Phase From, Phase To)>();
        foreach (string name in Library.Stories.Keys) made.UnionWith((await Library.Calm(name)).Moves);
        var allowed = _phases.SelectMany(from => PhaseMoves.From(from).Select(to => (from, to)));
        Assert.Empty(allowed.Except(made));
    }

    [Fact]
    public void Move_NotInTheTable_IsABug()
    {
        var state = new ControllerState { Model = "flights" };
        var thrown = Assert.Throws<InvalidOperationException>(() => state.To(Phase.Baking));
        Assert.Contains("from Steady to Baking", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(state, state.To(Phase.Steady));
    }

    [Fact]
    public async Task State_SurvivesJson()
    {
        foreach (string name in Library.Stories.Keys)
        {
            foreach (var state in (await Library.Calm(name)).States)
            {
                string text = JsonSerializer.Serialize(state, DurableJson.Options);
                Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<ControllerState>(text, DurableJson.Options), DurableJson.Options));
            }
        }
    }

    private static HashSet<Phase> Reach(Phase start)
    {
        var reached = new HashSet<Phase> { start };
        var open = new Queue<Phase>([start]);
        while (open.TryDequeue(out var from))
        {
            foreach (var to in PhaseMoves.From(from).Where(reached.Add)) open.Enqueue(to);
        }
        return reached;
    }
}

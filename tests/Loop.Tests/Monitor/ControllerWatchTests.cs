namespace Homeostat.Loop.Tests.Monitor;

public class ControllerWatchTests
{
    private static readonly ControllerState _state = new() { Model = "flights", Traffic = TrafficSplit.All("blue"), Remediations = 7 };

    private readonly MonitorBench _bench = new();

    [Fact]
    public async Task FailedController_IsStartedAgainWithAllItKnew_AFewTimesADay()
    {
        for (int failure = 1; failure <= 5; failure++)
        {
            _bench.Client.Controller(_state, OrchestrationStatus.Failed, "a bug");
            await _bench.TickAsync();
            await _bench.TickAsync(TimeSpan.FromMinutes(20));
        }
        Assert.Equal(3, _bench.Client.Started.Count);
        Assert.All(_bench.Client.Started, started => Assert.Equal(("Controller", "controller-flights", 7), (started.Name, started.Id, ((ControllerState)started.Input!).Remediations)));
        var told = (await _bench.RecordsAsync()).Select(record => record.Summary).ToList();
        Assert.Equal(4, told.Count);
        Assert.StartsWith("The controller failed in Steady: a bug.", told[0], StringComparison.Ordinal);
        Assert.StartsWith("The controller of flights failed 4 times in a day (a bug).", told[3], StringComparison.Ordinal);
        await _bench.TickAsync(TimeSpan.FromDays(1));
        Assert.Equal(4, _bench.Client.Started.Count);
    }

    [Fact]
    public async Task FailedController_IsNotStartedInALoop()
    {
        for (int minute = 0; minute < 9; minute++)
        {
            _bench.Client.Controller(_state, OrchestrationStatus.Failed, "a bug");
            await _bench.TickAsync(TimeSpan.FromMinutes(1));
        }
        Assert.Single(_bench.Client.Started);
    }

    [Fact]
    public async Task ControllerEndedByHand_StaysEnded_AndIsTold()
    {
        _bench.Client.Controller(_state, OrchestrationStatus.Terminated);
        await _bench.TickAsync();
        await _bench.TickAsync();
        Assert.Empty(_bench.Client.Started);
        Assert.Contains("was terminated by hand", Assert.Single(await _bench.RecordsAsync()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedController_WhoseStateIsLost_IsNotStartedBlank()
    {
        _bench.Client.Controller(_state, OrchestrationStatus.Failed, "a bug");
        _bench.Client.Instances["controller-flights"] = _bench.Client.Instances["controller-flights"] with { CustomStatus = System.Text.Json.JsonDocument.Parse("[1]").RootElement };
        await _bench.TickAsync();
        Assert.Empty(_bench.Client.Started);
        Assert.Contains("what it knew cannot be read", Assert.Single(await _bench.RecordsAsync()).Summary, StringComparison.Ordinal);
    }

    public static TheoryData<string, int, bool> Stuck => new()
    {
        { "look", 29, false },
        { "look", 31, true },
        { "job", 2 * 60, false },
        { "job", 10 * 60, true },
        { "deploy", 74, false },
        { "deploy", 76, true },
        { "bake", 24 * 60 + 29, false },
        { "bake", 24 * 60 + 31, true },
        { "paused", 10 * 60, false },
        { "steady", 100 * 60, false },
    };

    [Theory]
    [MemberData(nameof(Stuck))]
    public void Phase_BeyondItsTime_IsStuck(string what, int minutes, bool stuck)
    {
        var since = MonitorBench.Start;
        var policy = PolicyFile.Parse("""{ "model": "flights", "endpoint": "flights" }"""u8, "p.json");
        var snapshot = new PolicySnapshot("""{ "model": "flights", "endpoint": "flights" }""", "0");
        var remediation = new Remediation(1, new RetrainRequest(RetrainCause.Manual, since, "x"), snapshot);
        var state = what switch
        {
            "look" => _state with { NextLook = since },
            "job" => _state with { Phase = Phase.Retraining, Remediation = remediation with { JobStarted = since } },
            "deploy" => _state with { Phase = Phase.Evaluating, Remediation = remediation with { DeployStarted = since } },
            "bake" => _state with { Phase = Phase.Baking, Remediation = remediation with { StepStarted = since } },
            "paused" => _state with { Phase = Phase.Evaluating, Paused = true, Remediation = remediation with { DeployStarted = since } },
            _ => _state,
        };
        Assert.Equal(stuck, StuckPolicy.Judge(state, policy, since.AddMinutes(minutes)) is not null);
    }
}

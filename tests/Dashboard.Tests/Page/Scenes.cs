using System.Collections.Immutable;
using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>States of the model to look at.</summary>
internal static class Scenes
{
    internal const string Hostile = "<img src=x onerror=alert(1)>";

    private static readonly Remediation _remediation = new(
        4,
        new RetrainRequest(RetrainCause.ConceptDrift, Desk.Start, "Performance fell: log loss 0.412 against 0.371 of the baseline, on 4,210 labelled rows"),
        new PolicySnapshot("""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }""", "hash"))
    {
        Job = "flights-r4-1", Challenger = "flights-v3-4", ChallengerVersion = "3", DeployStarted = Desk.Start,
    };

    internal static ControllerState Steady(ControllerState state) => state with { Phase = Phase.Steady, PhaseSince = Desk.Start, Remediation = null, Traffic = TrafficSplit.All("green") };

    internal static ControllerState RollingOut(ControllerState state) => state with
    {
        Phase = Phase.RollingOut, PhaseSince = Desk.Start.AddMinutes(70), Remediation = _remediation with { Step = 1, StepStarted = Desk.Start.AddMinutes(80), Looks = 7 },
        Traffic = Split("green 75 flights-v3-4 25"), NextLook = Desk.Start.AddMinutes(92),
    };

    internal static ControllerState Mirroring(ControllerState state) => state with
    {
        Phase = Phase.RollingOut, PhaseSince = Desk.Start.AddMinutes(70),
        Remediation = _remediation with { Policy = new PolicySnapshot("""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" }, "rollout": { "strategy": "shadow" } }""", "hash"), StepStarted = Desk.Start.AddMinutes(80), Looks = 3 },
        Traffic = new TrafficSplit(ImmutableSortedDictionary<string, int>.Empty.Add("green", 100), ImmutableSortedDictionary<string, int>.Empty.Add("flights-v3-4", 20)),
    };

    internal static ControllerState Asking(ControllerState state) => state with
    {
        Phase = Phase.AwaitingApproval, PhaseSince = Desk.Start.AddMinutes(60), Traffic = TrafficSplit.All("green"),
        Remediation = _remediation with
        {
            Question = new ApprovalQuestion("4-promotion", ApprovalSubject.Promotion, Desk.Start.AddHours(24), "May flights-v3-4 with version 3 get traffic? It passed all 6 gates: log loss 0.355 against the champion's 0.371."),
        },
    };

    internal static ControllerState Escalated(ControllerState state) => state with
    {
        Phase = Phase.Escalated, PhaseSince = Desk.Start.AddMinutes(60), Remediation = null, Traffic = TrafficSplit.All("green"), Paused = true,
        Escalation = new Escalation(Desk.Start.AddMinutes(60), "Three challengers in a row failed their gates.", "Are the labels right? Look at the last gates, then resume the loop."),
        Alerts = state.Alerts.Add("silence", "No batch came for 3 hours and 20 minutes; usually one comes every 15 minutes."),
    };

    internal static async Task<ControllerState> RolledBack(Desk desk, ControllerState state)
    {
        desk.Clock.Pass(TimeSpan.FromMinutes(3));
        await desk.Note("step-judged", "The step of 25 %: taken back. Error rate 0.062 of 1,204 requests, 0.011 of 3,598 at the champion: more than 0.01 above.");
        await desk.Note("rolled-back", "Rolled back to green 100 %: the error rate of flights-v3-4 was 0.062 against 0.011.");
        return state with { Phase = Phase.Steady, PhaseSince = desk.Clock.Now, Remediation = null, Traffic = TrafficSplit.All("green"), NextLook = null, Note = "Rolled back to green 100 %: the error rate of flights-v3-4 was 0.062 against 0.011." };
    }

    /// <summary>A journal with what usually stands in one, and a name that would like to be markup.</summary>
    internal static async Task HistoryAsync(Desk desk)
    {
        desk.Write("reports/flights/wednesday-07c1.html", "<p>report</p>");
        for (int i = 0; i < 62; i++) await Told(desk, "batch-accepted", $"Batch night-{i:00}: 1,0{i:00} rows were accepted.", new { rows = 1000 });
        await Told(desk, "batch-quarantined", "Batch tuesday-77af: 'distance' lies outside of 0 to 5,000 in 38 % of the rows; at most 1 % is allowed. It is not trained on.");
        await Told(desk, "judged", "Batch wednesday-07c1: 2 of 9 features moved. 'delay' lies higher: its median went from 4 to 19, and 'origin' has more of ORD (4 % to 11 %).", new { batch = "wednesday-07c1", drift = new { verdict = "fail" } });
        await Told(desk, "triaged", "Batch wednesday-07c1: concept drift, confirmed in 3 of the last 5 windows.");
        await Told(desk, "retrain-decided", "A retraining starts: the last one was 6 days ago, 4,210 new labels are there, and it costs about 1.20 of 40.00 USD left.");
        await Told(desk, "paused", $"Paused by {Hostile}: looking at <b>it</b>.");
        await Told(desk, "resumed", "Resumed by ada.");
        await Told(desk, "job-submitted", "Job flights-r4-1 was submitted.");
        await Told(desk, "gates-judged", "All 6 gates passed: log loss 0.355 against the champion's 0.371, on 2,100 rows held out.");
        await Told(desk, "traffic-shifted", "Traffic is green 95 %, flights-v3-4 5 %.");
        await Told(desk, "step-judged", "The step of 5 %: every rule passed, on to the next.");
        await Told(desk, "traffic-shifted", "Traffic is green 75 %, flights-v3-4 25 %.");
    }

    private static async Task Told(Desk desk, string kind, string text, object? evidence = null)
    {
        desk.Clock.Pass(TimeSpan.FromSeconds(70));
        await desk.Note(kind, text, evidence);
    }

    private static TrafficSplit Split(string shares) => TrafficSplit.None with { Traffic = Homeostat.Tests.Shared.LiveEndpoint.Shares(shares) };
}

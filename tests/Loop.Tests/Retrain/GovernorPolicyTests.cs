namespace Homeostat.Loop.Tests.Retrain;

public class GovernorPolicyTests
{
    private static readonly DateTimeOffset _now = new(2026, 5, 31, 22, 0, 0, TimeSpan.Zero);

    /// <summary>Concept drift, 10,000 new labels, two hours at 6 an hour.</summary>
    private static GovernorEvidence Usual => new(
        new RetrainRequest(RetrainCause.ConceptDrift, _now, "drift confirmed"),
        new GovernorState { NewLabels = 10_000 },
        new RetrainOptions(),
        new GovernorOptions { CostPerHour = 6 },
        new TriggerOptions());

    [Fact]
    public void Usual_Starts()
    {
        var decision = GovernorPolicy.Decide(Usual);
        Assert.Equal((RetrainAction.Start, 12m, null), (decision.Action, decision.EstimatedCost, decision.BudgetLeft));
    }

    [Theory]
    [InlineData(RetrainCause.BrokenData, "cause/1")]
    [InlineData(RetrainCause.BadDeployment, "cause/1")]
    [InlineData(RetrainCause.Schedule, "trigger/1")] // no schedule is set
    [InlineData(RetrainCause.NewLabels, "trigger/1")]
    public void NoReason_IsRefused(RetrainCause cause, string rule) => Decided(Because(Usual, cause), RetrainAction.Refuse, rule);

    [Theory]
    [InlineData(RetrainCause.CovariateShift)]
    [InlineData(RetrainCause.ConceptDrift)]
    [InlineData(RetrainCause.PerformanceLoss)]
    [InlineData(RetrainCause.Manual)]
    public void SwitchedOff_IsRefused(RetrainCause cause)
    {
        Decided(Because(Usual, cause), RetrainAction.Start, "governor/1");
        var off = new TriggerOptions { Drift = false, Performance = false, Manual = false };
        Decided(Because(Usual, cause) with { Triggers = off }, RetrainAction.Refuse, "trigger/1");
    }

    [Theory]
    [InlineData(RetrainCause.ConceptDrift, RetrainAction.Wait)]
    [InlineData(RetrainCause.Manual, RetrainAction.Refuse)]
    public void Paused_NeverActs(RetrainCause cause, RetrainAction expected) =>
        Decided(Because(Usual, cause) with { State = Usual.State with { Paused = true } }, expected, "paused/1");

    [Theory]
    [InlineData(2, RetrainCause.ConceptDrift, RetrainAction.Start)]
    [InlineData(3, RetrainCause.ConceptDrift, RetrainAction.Escalate)]
    [InlineData(3, RetrainCause.Manual, RetrainAction.Start)] // the person who was called asks
    public void FailedChallengers_CallAPerson(int failed, RetrainCause cause, RetrainAction expected) =>
        Assert.Equal(expected, GovernorPolicy.Decide(Because(Usual, cause) with { State = Usual.State with { FailedChallengers = failed } }).Action);

    [Theory]
    [InlineData(12, RetrainCause.ConceptDrift, RetrainAction.Start)]
    [InlineData(11.99, RetrainCause.ConceptDrift, RetrainAction.Wait)]
    [InlineData(0.1, RetrainCause.Manual, RetrainAction.Start)]
    public void Cooldown_HoldsBackWhatNobodyAskedFor(double hoursAgo, RetrainCause cause, RetrainAction expected)
    {
        var ended = _now.AddHours(-hoursAgo);
        var decision = GovernorPolicy.Decide(Because(Usual, cause) with { State = Usual.State with { LastEnded = ended } });
        Assert.Equal(expected, decision.Action);
        if (expected == RetrainAction.Wait) Assert.Equal(ended.AddHours(12), decision.Until);
    }

    [Theory]
    [InlineData(500, RetrainCause.ConceptDrift, RetrainAction.Start)]
    [InlineData(499, RetrainCause.ConceptDrift, RetrainAction.Wait)]
    [InlineData(0, RetrainCause.Manual, RetrainAction.Start)]
    [InlineData(1_999, RetrainCause.NewLabels, RetrainAction.Wait)]
    [InlineData(2_000, RetrainCause.NewLabels, RetrainAction.Start)]
    public void NewLabels_MakeItWorthIt(long labels, RetrainCause cause, RetrainAction expected) => Assert.Equal(expected, GovernorPolicy.Decide(
        Because(Usual, cause) with { State = Usual.State with { NewLabels = labels }, Triggers = new TriggerOptions { NewLabels = 2_000 } }).Action);

    [Theory]
    [InlineData(100, 88, RetrainCause.ConceptDrift, RetrainAction.Start)] // 12 are left, and 12 it may cost
    [InlineData(100, 88.01, RetrainCause.ConceptDrift, RetrainAction.Wait)]
    [InlineData(100, 88.01, RetrainCause.Manual, RetrainAction.Wait)] // the budget holds for people too
    [InlineData(11, 0, RetrainCause.ConceptDrift, RetrainAction.Refuse)] // no month pays for it
    public void Budget_OfTheMonth(decimal budget, decimal spent, RetrainCause cause, RetrainAction expected)
    {
        var decision = GovernorPolicy.Decide(Because(Usual, cause) with
        {
            Governor = Usual.Governor with { BudgetPerMonth = budget },
            State = Usual.State with { Spent = [new(_now.AddDays(-31), 1_000), new(_now.AddDays(-30), spent)] }, // 30 April, 1 May
        });
        Assert.Equal((expected, budget - spent), (decision.Action, decision.BudgetLeft));
        if (expected == RetrainAction.Wait) Assert.Equal(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), decision.Until);
    }

    [Fact]
    public void Budget_MonthsAreThoseOfUtc()
    {
        // 1 June, one o'clock, two hours east of Greenwich: still May there.
        var request = Usual.Request with { At = new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.FromHours(2)) };
        var state = Usual.State with { Spent = [new(_now, 95)] };
        Decided(Usual with { Request = request, State = state, Governor = Usual.Governor with { BudgetPerMonth = 100 } }, RetrainAction.Wait, "budget/1");
    }

    [Theory]
    [InlineData(12, false, RetrainAction.Start)]
    [InlineData(11.99, false, RetrainAction.NeedsApproval)]
    [InlineData(11.99, true, RetrainAction.Start)]
    public void Approval_AboveItsLimit(decimal limit, bool approved, RetrainAction expected) => Assert.Equal(expected, GovernorPolicy.Decide(
        Usual with { Governor = Usual.Governor with { ApprovalAbove = limit }, Request = Usual.Request with { Approved = approved } }).Action);

    [Fact]
    public void Approval_DoesNotOpenTheBudget() => Decided(
        Usual with { Governor = Usual.Governor with { ApprovalAbove = 1, BudgetPerMonth = 5 }, Request = Usual.Request with { Approved = true } },
        RetrainAction.Refuse,
        "budget/1");

    [Fact]
    public void Manual_SaysWhatWasNotLookedAt() => Assert.Contains(
        "cooldown and number of new labels were not looked at", GovernorPolicy.Decide(Because(Usual, RetrainCause.Manual)).Reason, StringComparison.Ordinal);

    [Fact]
    public void EveryDecision_Replays()
    {
        foreach (var cause in Enum.GetValues<RetrainCause>())
        {
            Replay.Same(Because(Usual, cause), GovernorPolicy.Decide);
            Replay.Same(
                Because(Usual, cause) with
                {
                    State = Usual.State with { LastEnded = _now, Spent = [new(_now, 3.33m)] },
                    Governor = Usual.Governor with { BudgetPerMonth = 10 },
                },
                GovernorPolicy.Decide);
        }
    }

    private static GovernorEvidence Because(GovernorEvidence evidence, RetrainCause cause) => evidence with { Request = evidence.Request with { Cause = cause } };

    private static void Decided(GovernorEvidence evidence, RetrainAction action, string rule)
    {
        var decision = GovernorPolicy.Decide(evidence);
        Assert.Equal((action, rule), (decision.Action, decision.Rule));
    }
}

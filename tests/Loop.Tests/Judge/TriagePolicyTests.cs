using System.Collections.Immutable;

namespace Homeostat.Loop.Tests;

public class TriagePolicyTests
{
    private static readonly DriftSummary s_still = new() { Verdict = Verdict.Pass, Reason = "no feature drifted", Features = 10 };

    private static readonly DriftSummary s_moved = s_still with { Verdict = Verdict.Fail, DriftedFeatures = ["a", "b", "c", "d"] };

    private static readonly DriftSummary s_answers = s_still with { Verdict = Verdict.Fail, DriftedPredictions = ["p"] };

    public static TheoryData<string, TriageEvidence, string, TriageCause, RecommendedAction> Stories => new()
    {
        { "all is well", new() { Quality = Verdict.Pass, Drift = s_still }, "nothing", TriageCause.SeasonalOrNone, RecommendedAction.None },
        { "metres became feet", new() { Quality = Verdict.Fail, QualityReason = "r", UnitChanges = ["x"], Drift = s_moved, IsConfirmed = true, Performance = Verdict.Fail }, "unit-changed", TriageCause.BrokenData, RecommendedAction.Quarantine },
        { "a quality rule broke", new() { Quality = Verdict.Fail, QualityReason = "r", Drift = s_moved, Performance = Verdict.Fail }, "quality-broken", TriageCause.BrokenData, RecommendedAction.Quarantine },
        { "a source stopped sending", new() { Quality = Verdict.Pass, Drift = s_moved with { BrokenFeatures = s_moved.DriftedFeatures }, IsConfirmed = true }, "values-lost", TriageCause.BrokenData, RecommendedAction.Quarantine },
        { "one of four lost values, the others moved", new() { Drift = s_moved with { BrokenFeatures = ["a"] }, IsConfirmed = true }, "covariate-shift", TriageCause.CovariateShift, RecommendedAction.Retrain },
        { "errors right after a promotion", new() { Drift = s_still, SincePromotion = TimeSpan.FromMinutes(10), ErrorRate = 0.2, ErrorRateBefore = 0.01 }, "failing-after-promotion", TriageCause.BadDeployment, RecommendedAction.RollBack },
        { "slow right after a promotion", new() { SincePromotion = TimeSpan.FromMinutes(10), LatencyRatio = 3 }, "failing-after-promotion", TriageCause.BadDeployment, RecommendedAction.RollBack },
        { "late labels after a promotion", new() { Drift = s_still, SincePromotion = TimeSpan.FromHours(20), Performance = Verdict.Fail, PerformanceReason = "r" }, "worse-after-promotion", TriageCause.BadDeployment, RecommendedAction.RollBack },
        { "other answers after a promotion", new() { Drift = s_answers, SincePromotion = TimeSpan.FromHours(1) }, "answers-after-promotion", TriageCause.BadDeployment, RecommendedAction.RollBack },
        { "other answers to other inputs after a promotion", new() { Drift = s_answers with { DriftedFeatures = ["a", "b"] }, SincePromotion = TimeSpan.FromHours(1) }, "unconfirmed-shift", TriageCause.CovariateShift, RecommendedAction.Watch },
        { "a promotion long ago is not to blame", new() { Drift = s_still, SincePromotion = TimeSpan.FromDays(30), Performance = Verdict.Fail, PerformanceReason = "r" }, "concept-drift", TriageCause.ConceptDrift, RecommendedAction.Retrain },
        { "errors without a promotion", new() { Drift = s_still, ErrorRate = 0.2 }, "endpoint-failing", TriageCause.EndpointFailure, RecommendedAction.Escalate },
        { "errors as always", new() { Drift = s_still, ErrorRate = 0.2, ErrorRateBefore = 0.18 }, "nothing", TriageCause.SeasonalOrNone, RecommendedAction.None },
        { "worse on the same inputs", new() { Drift = s_still, Performance = Verdict.Fail, PerformanceReason = "r" }, "concept-drift", TriageCause.ConceptDrift, RecommendedAction.Retrain },
        { "worse on other inputs", new() { Drift = s_moved, Performance = Verdict.Fail, PerformanceReason = "r" }, "performance-loss", TriageCause.PerformanceLoss, RecommendedAction.Retrain },
        { "as it was last week", new() { Drift = s_moved, IsConfirmed = true, AgainstLastWeek = Verdict.Pass }, "seasonal", TriageCause.SeasonalOrNone, RecommendedAction.None },
        { "labels show no loss", new() { Drift = s_moved, IsConfirmed = true, Performance = Verdict.Pass }, "harmless-shift", TriageCause.CovariateShift, RecommendedAction.Watch },
        { "the estimate shows no loss", new() { Drift = s_moved, IsConfirmed = true, EstimatedLoss = 0.02 }, "harmless-shift", TriageCause.CovariateShift, RecommendedAction.Watch },
        { "the estimate shows a loss", new() { Drift = s_moved, IsConfirmed = true, EstimatedLoss = 0.03 }, "covariate-shift", TriageCause.CovariateShift, RecommendedAction.Retrain },
        { "moved once", new() { Drift = s_moved }, "unconfirmed-shift", TriageCause.CovariateShift, RecommendedAction.Watch },
        { "moved for good", new() { Drift = s_moved, IsConfirmed = true, Performance = Verdict.Inconclusive }, "covariate-shift", TriageCause.CovariateShift, RecommendedAction.Retrain },
        { "answers moved once", new() { Drift = s_answers }, "answers-moved-once", TriageCause.PredictionDrift, RecommendedAction.Watch },
        { "answers moved for good", new() { Drift = s_answers, IsConfirmed = true }, "answers-moved", TriageCause.PredictionDrift, RecommendedAction.Escalate },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Cause_OfAStory(string story, TriageEvidence evidence, string rule, TriageCause cause, RecommendedAction action)
    {
        var verdict = TriagePolicy.Judge(evidence, new TriageOptions());
        Assert.True((verdict.Rule, verdict.Cause, verdict.Action) == ($"{rule}/1", cause, action), $"{story}: {verdict.Rule}, {verdict.Cause}, {verdict.Action}");
        Assert.DoesNotContain("{", verdict.Reason, StringComparison.Ordinal);
        var back = Evidence.Back(verdict);
        Evidence.Same(verdict, TriagePolicy.Judge(back.Evidence, back.Options));
    }

    [Fact]
    public void EveryRule_DecidesAStory()
    {
        var decided = Stories.Select(story => (string)((object[])story)[2]).ToHashSet();
        Assert.Equal(TriageRules.All.Select(rule => rule.Name).Order(), decided.Order());
    }

    [Fact]
    public void BrokenData_NeverRetrains_WhateverElseIsWrong()
    {
        foreach (var drift in new[] { s_still, s_moved, s_answers })
            foreach (var performance in Enum.GetValues<Verdict>())
                foreach (bool confirmed in new[] { true, false })
                {
                    var evidence = new TriageEvidence { Quality = Verdict.Fail, QualityReason = "r", Drift = drift, Performance = performance, IsConfirmed = confirmed, ErrorRate = 1, SincePromotion = TimeSpan.Zero };
                    Assert.Equal(RecommendedAction.Quarantine, TriagePolicy.Judge(evidence, new TriageOptions()).Action);
                }
    }

    [Fact]
    public void OtherRules_ThatWouldHaveApplied_AreNamed()
    {
        var verdict = TriagePolicy.Judge(new TriageEvidence { Quality = Verdict.Fail, QualityReason = "r", Drift = s_moved, IsConfirmed = true }, new TriageOptions());
        Assert.Equal("covariate-shift", Assert.Single(verdict.AlsoApplied));
    }

    [Fact]
    public void NoEvidence_IsAnError() => Assert.Equal(Verdict.Error, TriagePolicy.Judge(new TriageEvidence(), new TriageOptions()).Verdict);
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// The table of causes: the first row that applies names it. What is dangerous to mistake comes first: broken data must never be trained on, and a
/// bad deployment must be taken back before anything is learned from what it did.
/// </summary>
internal static class TriageRules
{
    public static ImmutableArray<TriageRule> All { get; } =
    [
        new("unit-changed", v => !v.Evidence.UnitChanges.IsEmpty, TriageCause.BrokenData, RecommendedAction.Quarantine,
            v => $"{string.Join(", ", v.Evidence.UnitChanges.Take(3).Select(Words.Quoted))} came in another unit; retraining would only teach the mistake"),
        new("quality-broken", v => v.Evidence.Quality == Verdict.Fail, TriageCause.BrokenData, RecommendedAction.Quarantine,
            v => $"the batch breaks its quality rules: {v.Evidence.QualityReason}"),
        new("values-lost", v => v.OnlyBroken, TriageCause.BrokenData, RecommendedAction.Quarantine,
            v => $"{v.Features} drifted only by values that are missing, unread or unknown, their distributions held: a source broke, not the world"),
        new("failing-after-promotion", v => v.JustPromoted && v.EndpointFails, TriageCause.BadDeployment, RecommendedAction.RollBack,
            v => $"{v.Endpoint}, {v.Promotion}"),
        new("worse-after-promotion", v => v.JustPromoted && v.Lost && !v.InputsMoved, TriageCause.BadDeployment, RecommendedAction.RollBack,
            v => $"performance fell {v.Promotion} while the inputs did not move: {v.Evidence.PerformanceReason}"),
        new("answers-after-promotion", v => v.JustPromoted && v.PredictionsMoved && !v.AnyInputMoved, TriageCause.BadDeployment, RecommendedAction.RollBack,
            v => $"{v.Predictions} drifted {v.Promotion} while no input moved"),
        new("endpoint-failing", v => v.EndpointFails, TriageCause.EndpointFailure, RecommendedAction.Escalate,
            v => $"{v.Endpoint}, {v.Promotion}: no model mends that"),
        new("concept-drift", v => v.Lost && !v.InputsMoved, TriageCause.ConceptDrift, RecommendedAction.Retrain,
            v => $"performance fell although the inputs did not move, so what they mean has changed: {v.Evidence.PerformanceReason}"),
        new("performance-loss", v => v.Lost, TriageCause.PerformanceLoss, RecommendedAction.Retrain,
            v => $"performance fell on inputs that moved ({v.Features}): {v.Evidence.PerformanceReason}"),
        new("seasonal", v => v.AnyInputMoved && v.Evidence.AgainstLastWeek == Verdict.Pass, TriageCause.SeasonalOrNone, RecommendedAction.None,
            v => $"{v.Features} differ from the reference, but are as they were at this time a week ago"),
        new("harmless-shift", v => v.AnyInputMoved && v.IsHarmless, TriageCause.CovariateShift, RecommendedAction.Watch,
            v => $"{v.Features} drifted, but {v.Damage}"),
        new("unconfirmed-shift", v => v.AnyInputMoved && !v.Evidence.IsConfirmed, TriageCause.CovariateShift, RecommendedAction.Watch,
            v => $"{v.Features} drifted, not often enough yet to act on"),
        new("covariate-shift", v => v.AnyInputMoved, TriageCause.CovariateShift, RecommendedAction.Retrain,
            v => $"{v.Features} drifted, batch after batch, and {v.Damage}"),
        new("answers-moved", v => v.PredictionsMoved && v.Evidence.IsConfirmed, TriageCause.PredictionDrift, RecommendedAction.Escalate,
            v => $"{v.Predictions} drifted, batch after batch, with no input moved and {v.Promotion}: look at what serves the model and at inputs that are not logged"),
        new("answers-moved-once", v => v.PredictionsMoved, TriageCause.PredictionDrift, RecommendedAction.Watch,
            v => $"{v.Predictions} drifted with no input moved, not often enough yet to act on"),
        new("nothing", _ => true, TriageCause.SeasonalOrNone, RecommendedAction.None,
            _ => "nothing moved that matters"),
    ];
}

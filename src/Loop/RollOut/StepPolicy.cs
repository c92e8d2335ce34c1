using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Whether a rollout step is over. A breach takes back at once; everything in order, with enough requests and time, advances; anything between
/// holds, and takes back when the step's longest time is over: no evidence is no reason to go on.
/// </summary>
public static class StepPolicy
{
    private const string Rule = "step/1";

    /// <summary>Judges one look.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="options">Limits; requests and times that the step names itself go first.</param>
    public static StepVerdict Judge(StepObservation observation, StepOptions options)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<RuleVerdict> rules =
        [
            TrafficRules.Requests(observation, options),
            TrafficRules.Time(observation, options),
            .. Health(observation, options),
        ];
        var verdict = Verdicts.Of(rules);
        var longest = observation.Step.MaximumTime ?? options.MaximumTime;
        bool late = observation.Now - observation.Started >= longest;
        var action = verdict switch
        {
            Verdict.Pass => StepAction.Advance,
            Verdict.Fail => StepAction.TakeBack,
            _ => late ? StepAction.TakeBack : StepAction.Hold,
        };
        return new StepVerdict { Action = action, Verdict = verdict, Rule = Rule, Rules = rules, Reason = Reason(action, verdict, rules, longest) };
    }

    /// <summary>The rules about the challenger itself, which hold in the bake as well.</summary>
    internal static IEnumerable<RuleVerdict> Health(StepObservation observation, StepOptions options)
    {
        double alpha = RiskShare.Of(observation, options);
        yield return ErrorRule.Judge(observation, options, alpha);
        yield return LatencyRule.Judge(observation, options);
        yield return PredictionRule.Judge(observation, options, alpha);
        yield return PairRule.Judge(observation, alpha);
        yield return observation.DecidedAtEnd
            ? OutcomeRule.Judge(observation, options)
            : LabelRule.Judge(observation, options, alpha);
    }

    private static string Reason(StepAction action, Verdict verdict, ImmutableArray<RuleVerdict> rules, TimeSpan longest) => action switch
    {
        StepAction.Advance => $"Advance: {Verdicts.Reasons(rules.Where(r => r.Applied), Verdict.Pass)}",
        StepAction.Hold => $"Hold: {Verdicts.Reasons(rules, verdict)}",
        _ when verdict == Verdict.Fail => $"Take back: {Verdicts.Reasons(rules, Verdict.Fail)}",
        _ => $"Take back: the step's longest time of {DurationWords.Of(longest)} is over without evidence to go on. {Verdicts.Reasons(rules, verdict)}",
    };
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Whether a promotion stands: the rules of a step, on the window since the promotion, late labels included, until the time is over. Then what
/// could not be told from chance no longer counts against it.
/// </summary>
public static class BakePolicy
{
    private const string Rule = "bake/1";

    /// <summary>Judges one look at the bake.</summary>
    /// <param name="observation">What was seen since the promotion; <see cref="StepObservation.Baseline"/> is the old champion before it.</param>
    /// <param name="bake">How long it lasts.</param>
    /// <param name="step">The limits of the rules.</param>
    public static StepVerdict Judge(StepObservation observation, BakeOptions bake, StepOptions step)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(bake);
        ArgumentNullException.ThrowIfNull(step);
        ImmutableArray<RuleVerdict> rules = [.. StepPolicy.Health(observation with { DecidedAtEnd = false }, step)];
        var verdict = Verdicts.Of(rules);
        var left = bake.Time - (observation.Now - observation.Started);
        if (verdict == Verdict.Fail) return Of(StepAction.TakeBack, verdict, rules, $"Take back: {Verdicts.Reasons(rules, Verdict.Fail)}");
        return left > TimeSpan.Zero
            ? Of(StepAction.Hold, verdict, rules, $"Hold: {DurationWords.About(left)} of the bake's {DurationWords.Of(bake.Time)} are left.")
            : Of(StepAction.Advance, Verdict.Pass, rules, $"The promotion stands: no rule failed in {DurationWords.Of(bake.Time)}.");
    }

    private static StepVerdict Of(StepAction action, Verdict verdict, ImmutableArray<RuleVerdict> rules, string reason) =>
        new() { Action = action, Verdict = verdict, Rule = Rule, Rules = rules, Reason = reason };
}

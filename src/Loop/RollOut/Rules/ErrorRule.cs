namespace Homeostat.Loop;

/// <summary>Failed requests against the champion's over the same window.</summary>
internal static class ErrorRule
{
    private const string Name = "errors/1";

    public static RuleVerdict Judge(StepObservation observation, StepOptions options, double alpha)
    {
        if (observation.Challenger.Metrics is not { Requests: > 0 } mine) return Unknown("The challenger has answered no request yet: its errors are unknown.");
        var rule = new RateRule(Name, "requests failed", options.ErrorMargin, alpha);
        if (!Opponent.Exists(observation)) return rule.JudgeAlone((mine.Failures, mine.Requests));
        var opponent = Opponent.Of(observation, w => w.Metrics is { Requests: > 0 });
        return opponent.Window?.Metrics is { } theirs
            ? rule.Judge((mine.Failures, mine.Requests), (theirs.Failures, theirs.Requests), opponent.Name)
            : Unknown("Nothing is known of the champion's errors, in this window or before: there is nothing to hold the challenger's against.");
    }

    private static RuleVerdict Unknown(string reason) => new() { Rule = Name, Verdict = Verdict.Inconclusive, Reason = reason };
}

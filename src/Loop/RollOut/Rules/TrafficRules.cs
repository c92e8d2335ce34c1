namespace Homeostat.Loop;

/// <summary>Whether a step has seen enough: requests, and time.</summary>
internal static class TrafficRules
{
    public static RuleVerdict Requests(StepObservation observation, StepOptions options)
    {
        long least = Math.Max(1, observation.Step.MinimumRequests ?? options.MinimumRequests), seen = observation.Challenger.Metrics?.Requests ?? 0;
        return new RuleVerdict
        {
            Rule = "requests/1",
            Verdict = seen >= least ? Verdict.Pass : Verdict.Inconclusive,
            Observed = seen,
            Threshold = least,
            Count = seen,
            NeededCount = seen >= least ? null : least,
            Reason = observation.Challenger.Metrics is null
                ? $"No data of the challenger yet; {Words.Count(least)} requests are needed."
                : $"The challenger answered {Words.Count(seen)} of the {Words.Count(least)} requests needed.",
        };
    }

    public static RuleVerdict Time(StepObservation observation, StepOptions options)
    {
        TimeSpan least = observation.Step.MinimumTime ?? options.MinimumTime, passed = observation.Now - observation.Started;
        return new RuleVerdict
        {
            Rule = "time/1",
            Verdict = passed >= least ? Verdict.Pass : Verdict.Inconclusive,
            Observed = passed.TotalSeconds,
            Threshold = least.TotalSeconds,
            Reason = $"The step has lasted {DurationWords.About(passed < TimeSpan.Zero ? TimeSpan.Zero : passed)}, and takes {DurationWords.Of(least)} at least.",
        };
    }
}

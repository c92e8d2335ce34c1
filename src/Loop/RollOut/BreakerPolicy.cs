namespace Homeostat.Loop;

/// <summary>The circuit breaker: Fail opens it, and traffic goes to the fallback.</summary>
public static class BreakerPolicy
{
    private const string Rule = "breaker/1";

    /// <summary>Judges the last minute of whoever serves.</summary>
    /// <param name="lastMinute">What it answered; null: the platform has no data.</param>
    /// <param name="options">The share of failures, and the requests it takes to say so.</param>
    public static RuleVerdict Judge(DeploymentMetrics? lastMinute, FallbackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        long requests = lastMinute?.Requests ?? 0, least = Math.Max(1, options.MinimumRequests);
        double? rate = requests > 0 ? (double)lastMinute!.Failures / requests : null;
        var verdict = requests < least ? Verdict.Inconclusive : rate > options.FailureRate ? Verdict.Fail : Verdict.Pass;
        return new RuleVerdict
        {
            Rule = Rule,
            Verdict = verdict,
            Observed = rate,
            Threshold = options.FailureRate,
            Count = requests,
            NeededCount = verdict == Verdict.Inconclusive ? least : null,
            Reason = verdict == Verdict.Inconclusive
                ? $"{Words.Count(requests)} requests in the last minute; below {Words.Count(least)} the breaker stays closed."
                : $"{Words.Percent(rate!.Value)} of {Words.Count(requests)} requests in the last minute failed; "
                    + $"above {Words.Percent(options.FailureRate)} the breaker opens.",
        };
    }
}

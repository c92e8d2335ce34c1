namespace Homeostat.Loop;

/// <summary>
/// The 95th percentile of latency as a ratio to the champion's. Percentiles come without their sample, so no test applies: until both sides
/// have answered 500 requests, a ratio above the limit holds rather than fails.
/// </summary>
internal static class LatencyRule
{
    /// <summary>With fewer requests a 95th percentile rests on fewer than 25 values.</summary>
    public const long SureRequests = 500;

    private const string Name = "latency/1";

    public static RuleVerdict Judge(StepObservation observation, StepOptions options)
    {
        if (!Opponent.Exists(observation)) return RuleVerdict.Skipped(Name, "There is no champion whose latency to compare with.");
        var opponent = Opponent.Of(observation, w => w.Metrics?.LatencyP95 > 0);
        if (observation.Challenger.Metrics is not { LatencyP95: { } mine } answered || opponent.Window?.Metrics is not { LatencyP95: { } theirs } compared)
            return RuleVerdict.Skipped(Name, "The platform reports no latency of one of the two: it is not looked at.");
        long fewest = Math.Min(answered.Requests, compared.Requests);
        bool slower = mine > options.LatencyRatio * theirs && mine - theirs > options.LatencySlack;
        var verdict = !slower ? Verdict.Pass : fewest >= SureRequests ? Verdict.Fail : Verdict.Inconclusive;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = mine / theirs,
            Threshold = options.LatencyRatio,
            Count = answered.Requests,
            ChampionCount = compared.Requests,
            NeededCount = verdict == Verdict.Inconclusive ? SureRequests : null,
            Reason = $"95 % of the challenger's requests took up to {Words.Number(mine)} ms, of the {opponent.Name} {Words.Number(theirs)} ms; "
                + $"{Words.Number(options.LatencyRatio)} times as long is allowed{Rest(verdict)}",
        };
    }

    private static string Rest(Verdict verdict) => verdict == Verdict.Inconclusive
        ? $", and {Words.Count(SureRequests)} requests of both are needed to be sure."
        : ".";
}

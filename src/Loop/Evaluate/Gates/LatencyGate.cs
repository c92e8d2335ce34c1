namespace Homeostat.Loop;

/// <summary>Not much slower than the champion on the same rows.</summary>
internal sealed class LatencyGate : IGate
{
    /// <summary>Below, a 95th percentile is the slowest request.</summary>
    private const long FewestRequests = 20;

    private const string Name = "latency/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.LatencyRatio is not { } limit) return GateWords.Off(Name);
        if (!summary.HasChampion) return GateWords.NoChampion(Name);
        if (summary.ChallengerRequests.LatencyP95 is not { } mine || summary.ChampionRequests?.LatencyP95 is not { } theirs)
            return RuleVerdict.Skipped(Name, "No latency of one of the two was measured: it is not looked at.");
        long requests = summary.ChallengerRequests.Requests, compared = summary.ChampionRequests.Requests;
        bool slower = mine > limit * theirs && mine - theirs > options.LatencySlack, few = Math.Min(requests, compared) < FewestRequests;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = !slower ? Verdict.Pass : few ? Verdict.Inconclusive : Verdict.Fail,
            Observed = theirs > 0 ? mine / theirs : null,
            Threshold = limit,
            Count = requests,
            ChampionCount = compared,
            NeededCount = slower && few ? FewestRequests : null,
            Reason = $"95 % of the challenger's {Words.Count(requests)} requests took up to {Words.Number(mine)} ms, of the champion's {Words.Count(compared)} "
                + $"{Words.Number(theirs)} ms; {Words.Number(limit)} times as long is allowed"
                + (slower && few ? $", and {Words.Count(FewestRequests)} requests of both are needed to be sure." : "."),
        };
    }
}

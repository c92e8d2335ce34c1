using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>
/// The challenger's share of something bad against the champion's: not larger by more than the margin is Pass, larger beyond chance is Fail
/// (at any look: see <see cref="SequentialProportions"/>), larger within chance is Inconclusive.
/// </summary>
/// <param name="Rule">Name and version.</param>
/// <param name="What">"requests failed": what is counted.</param>
/// <param name="Margin">How much larger the challenger's share may be.</param>
/// <param name="Alpha">Chance of a false alarm over all looks.</param>
internal sealed record RateRule(string Rule, string What, double Margin, double Alpha)
{
    public RuleVerdict Judge((long Bad, long All) challenger, (long Bad, long All) champion, string opponent)
    {
        double mine = (double)challenger.Bad / challenger.All, theirs = (double)champion.Bad / champion.All;
        double evidence = SequentialProportions.LogEvidence(challenger.Bad, challenger.All, champion.Bad, champion.All, Margin);
        string words = $"{Words.Percent(mine)} of the challenger's {Words.Count(challenger.All)} {What}, {Words.Percent(theirs)} of "
            + $"{Words.Count(champion.All)} of the {opponent}";
        return Weigh(mine - theirs, evidence, words) with { Count = challenger.All, ChampionCount = champion.All };
    }

    /// <summary>Without a champion the margin is the limit itself.</summary>
    public RuleVerdict JudgeAlone((long Bad, long All) challenger)
    {
        double mine = (double)challenger.Bad / challenger.All;
        string words = $"{Words.Percent(mine)} of the challenger's {Words.Count(challenger.All)} {What}, with no champion to compare with";
        return Weigh(mine, SequentialProportions.LogEvidence(challenger.Bad, challenger.All, Margin), words) with { Count = challenger.All };
    }

    private RuleVerdict Weigh(double increase, double evidence, string words)
    {
        var verdict = increase <= Margin ? Verdict.Pass : evidence >= -Math.Log(Alpha) ? Verdict.Fail : Verdict.Inconclusive;
        string margin = Say.Points(Margin);
        return new RuleVerdict
        {
            Rule = Rule,
            Verdict = verdict,
            Observed = increase,
            Threshold = Margin,
            Reason = verdict switch
            {
                Verdict.Pass => $"{words}: at most {margin} more are allowed.",
                Verdict.Fail => $"{words}: over {margin} more, which is not allowed, and beyond chance at any number of looks.",
                _ => $"{words}: over {margin} more, which is not allowed, but it may be chance; more requests will tell.",
            },
        };
    }
}

using Homeostat.Statistics;
using Homeostat.Statistics.Distances;

namespace Homeostat.Loop;

/// <summary>
/// How far the challenger's answers are from the champion's as distributions: the Jensen-Shannon distance, less what chance alone gives at
/// these counts, must not exceed the limit; beyond it, the sequential test tells whether that may still be chance.
/// </summary>
internal static class PredictionRule
{
    private const string Name = "predictions/1";

    public static RuleVerdict Judge(StepObservation observation, StepOptions options, double alpha)
    {
        if (options.PredictionDistance is not { } limit) return RuleVerdict.Skipped(Name, "The policy does not look at the distribution of answers.");
        var opponent = Opponent.Of(observation, w => Total(w) > 0);
        if (Total(observation.Challenger) == 0 || opponent.Window is not { } champion)
            return RuleVerdict.Skipped(Name, "No answers of one of the two are recorded: their distribution is not looked at.");
        ReadOnlySpan<long> mine = observation.Challenger.Answers.AsSpan(), theirs = champion.Answers.AsSpan();
        var verdict = new RuleVerdict
        {
            Rule = Name,
            Verdict = Verdict.Error,
            Threshold = limit,
            Count = Total(observation.Challenger),
            ChampionCount = Total(champion),
            Reason = $"The challenger's answers are counted in {mine.Length} groups, the {opponent.Name}'s in {theirs.Length}: they cannot be compared. "
                + "Count both over the same groups.",
        };
        return mine.Length == theirs.Length ? Weigh(verdict, Distance(mine, theirs), SequentialHomogeneity.LogEvidence(mine, theirs), alpha) : verdict;
    }

    private static RuleVerdict Weigh(RuleVerdict draft, double distance, double evidence, double alpha)
    {
        double limit = draft.Threshold!.Value;
        var verdict = distance <= limit ? Verdict.Pass : evidence >= -Math.Log(alpha) ? Verdict.Fail : Verdict.Inconclusive;
        string words = $"{Words.Count(draft.Count)} answers of the challenger are {Words.Number(distance)} from {Words.Count(draft.ChampionCount)} "
            + $"of the champion (Jensen-Shannon distance, chance taken off; {Words.Number(limit)} is allowed)";
        return draft with
        {
            Verdict = verdict,
            Observed = distance,
            Reason = verdict == Verdict.Inconclusive ? $"{words}, which may be chance; more requests will tell." : words + ".",
        };
    }

    // Under one distribution 8 ln 2 JS^2 is about chi-square with as many degrees of freedom as occupied groups less one, times 1/n + 1/m:
    // its mean is what chance alone gives.
    private static double Distance(ReadOnlySpan<long> mine, ReadOnlySpan<long> theirs)
    {
        double n = 0, m = 0, occupied = 0;
        for (int i = 0; i < mine.Length; i++)
        {
            n += mine[i];
            m += theirs[i];
            if (mine[i] + theirs[i] > 0) occupied++;
        }

        double square = JensenShannon.Divergence(mine, theirs) - (occupied - 1) * (1 / n + 1 / m) / (8 * Math.Log(2));
        return Math.Sqrt(Math.Max(0, square));
    }

    private static long Total(StepWindow window) => window.Answers.IsDefaultOrEmpty ? 0 : window.Answers.Sum();
}

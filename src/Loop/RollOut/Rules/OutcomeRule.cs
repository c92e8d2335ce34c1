using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>
/// The outcome of an A/B test: weighed once, when the step's longest time is over, by Newcombe's interval of the two shares of wrong answers.
/// The challenger goes on when that interval lies within the margin; else the champion stays.
/// </summary>
internal static class OutcomeRule
{
    private const string Name = "ab-outcome/1";

    public static RuleVerdict Judge(StepObservation observation, StepOptions options)
    {
        var end = observation.Started + (observation.Step.MaximumTime ?? options.MaximumTime);
        if (observation.Now < end)
            return new() { Rule = Name, Verdict = Verdict.Inconclusive, Reason = $"The A/B test is decided once, at {DurationWords.Of(end)}." };
        StepWindow mine = observation.Challenger, theirs = observation.Champion ?? new();
        if (mine.Labelled == 0 || theirs.Labelled == 0)
        {
            return new()
            {
                Rule = Name,
                Verdict = Verdict.Inconclusive,
                Count = mine.Labelled,
                ChampionCount = theirs.Labelled,
                Reason = $"{Words.Count(mine.Labelled)} labelled answers of the challenger and {Words.Count(theirs.Labelled)} of the champion: "
                    + "without labels of both the A/B test has no outcome. Give the step a longest time within which labels come.",
            };
        }

        return Decide(mine, theirs, options);
    }

    private static RuleVerdict Decide(StepWindow mine, StepWindow theirs, StepOptions options)
    {
        double increase = (double)mine.Wrong / mine.Labelled - (double)theirs.Wrong / theirs.Labelled, margin = options.LabelMargin;
        var interval = ProportionIntervals.Newcombe(mine.Wrong, mine.Labelled, theirs.Wrong, theirs.Labelled, 1 - options.Alpha);
        var verdict = interval.Upper < margin ? Verdict.Pass : interval.Lower > margin ? Verdict.Fail : Verdict.Inconclusive;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = increase,
            Threshold = margin,
            Lower = interval.Lower,
            Upper = interval.Upper,
            Count = mine.Labelled,
            ChampionCount = theirs.Labelled,
            Reason = $"{Points(increase)} points more wrong answers than the champion's (between {Points(interval.Lower)} and {Points(interval.Upper)} at "
                + $"{Words.Percent(1 - options.Alpha)}) on {Words.Count(mine.Labelled)} and {Words.Count(theirs.Labelled)} labelled answers; "
                + $"the interval must end below {Points(margin)}.",
        };
    }

    private static string Points(double share) => Words.Number(share * 100);
}

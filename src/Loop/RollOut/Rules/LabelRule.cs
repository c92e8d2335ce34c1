namespace Homeostat.Loop;

/// <summary>Wrong answers against the champion's, where labels have come.</summary>
internal static class LabelRule
{
    private const string Name = "labels/1";

    public static RuleVerdict Judge(StepObservation observation, StepOptions options, double alpha)
    {
        var opponent = Opponent.Of(observation, w => w.Labelled > 0);
        var mine = observation.Challenger;
        if (mine.Labelled == 0 || opponent.Window is not { } theirs)
            return RuleVerdict.Skipped(Name, "No labels for answers of both have come yet.");
        return new RateRule(Name, "labelled answers were wrong", options.LabelMargin, alpha)
            .Judge((mine.Wrong, mine.Labelled), (theirs.Wrong, theirs.Labelled), opponent.Name);
    }
}

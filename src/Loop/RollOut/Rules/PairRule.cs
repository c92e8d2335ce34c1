namespace Homeostat.Loop;

/// <summary>Mirrored requests that the challenger answers otherwise than the champion: each is asked the same, so few rows tell much.</summary>
internal static class PairRule
{
    private const string Name = "pairs/1";

    public static RuleVerdict Judge(StepObservation observation, double alpha)
    {
        var mine = observation.Challenger;
        if (observation.MaximumFlips is not { } most) return RuleVerdict.Skipped(Name, "The policy does not look at single answers.");
        if (mine.Paired == 0) return RuleVerdict.Skipped(Name, "No request is known to be answered by both.");
        return new RateRule(Name, "mirrored rows are answered otherwise", most, alpha).JudgeAlone((mine.Flips, mine.Paired)) with { ChampionCount = mine.Paired };
    }
}

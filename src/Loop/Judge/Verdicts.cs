namespace Homeostat.Loop;

/// <summary>Many verdicts as one.</summary>
internal static class Verdicts
{
    /// <summary>Any Fail is Fail, else any Error is Error, else any Inconclusive is Inconclusive, else Pass.</summary>
    public static Verdict Of(IEnumerable<RuleVerdict> rules)
    {
        var worst = Verdict.Pass;
        foreach (var rule in rules)
            if (Rank(rule.Verdict) > Rank(worst)) worst = rule.Verdict;
        return worst;
    }

    /// <summary>The reasons of the rules with this verdict, one sentence each.</summary>
    public static string Reasons(IEnumerable<RuleVerdict> rules, Verdict verdict) =>
        string.Join(" ", rules.Where(r => r.Verdict == verdict).Select(r => r.Reason));

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 3,
        Verdict.Error => 2,
        Verdict.Inconclusive => 1,
        _ => 0,
    };
}

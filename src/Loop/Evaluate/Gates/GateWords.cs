namespace Homeostat.Loop;

/// <summary>What gates have to say in the same words.</summary>
internal static class GateWords
{
    public static RuleVerdict Off(string rule) => RuleVerdict.Skipped(rule, "This gate is off in the policy.");

    public static RuleVerdict NoChampion(string rule) => RuleVerdict.Skipped(rule, "There is no champion to compare with: this is the first model.");

    /// <summary>Nothing could be measured.</summary>
    public static RuleVerdict Error(string rule, EvaluationSummary summary) =>
        new() { Rule = rule, Verdict = Verdict.Error, Count = summary.Rows, Reason = summary.Problem ?? "The metric has no value on these rows. Look at the labels." };

    /// <summary>Rows at which an interval this wide would no longer hold a limit this far away; null when no number would do.</summary>
    public static long? Needed(long rows, double halfWidth, double distance)
    {
        if (!(distance > 0) || !(halfWidth > 0)) return null;
        double ratio = halfWidth / distance, needed = Math.Ceiling(rows * ratio * ratio);
        return needed < 1e15 ? Math.Max((long)needed, rows + 1) : null;
    }

    /// <summary>"; about 1,300 rows would tell".</summary>
    public static string Would(long? needed) => needed is { } rows ? $"; about {Words.RoundedUp(rows)} rows would tell" : "; more rows would not tell";
}

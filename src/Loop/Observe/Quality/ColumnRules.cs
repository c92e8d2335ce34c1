using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The rules of one column.</summary>
internal static class ColumnRules
{
    public static void Check(ColumnRule rule, Fingerprint batch, QualityFindings findings)
    {
        var column = batch.Columns.FirstOrDefault(c => c.Schema.Name == rule.Column);
        if (column is null || !column.Present)
        {
            findings.Take(NotCounted(rule, batch));
            return;
        }
        findings.Take(null);
        if (rule.MaximumMissing is { } missing) findings.Take(Missing(column, missing));
        if (rule.MaximumTypeErrors is { } errors) findings.Take(Types(column, errors));
        if (rule.Minimum is not null || rule.Maximum is not null) findings.Take(OutsideRules.Range(column, rule));
        if (rule.Allowed is not null) findings.Take(OutsideRules.Allowed(column, rule));
        if (rule.MinimumMean is not null || rule.MaximumMean is not null) findings.Take(Mean(column, rule));
    }

    /// <summary>A rule that cannot be decided from what was counted.</summary>
    public static QualityFinding Undecided(ColumnRule rule, QualityCheck check, string what, string fix) => new()
    {
        Check = check,
        Column = rule.Column,
        Verdict = Verdict.Inconclusive,
        Count = 0,
        Rule = "undecided/1",
        What = what,
        Why = "Its rule could not be looked at.",
        Fix = fix,
    };

    private static QualityFinding? NotCounted(ColumnRule rule, Fingerprint batch)
    {
        string name = Words.Quoted(rule.Column);
        bool isThere = batch.UnknownColumns.Contains(rule.Column);
        bool asksNothing = rule is { MaximumMissing: null, Minimum: null, Maximum: null, MinimumMean: null, MaximumMean: null, Allowed: null };
        if (isThere)
            return asksNothing ? null : Undecided(rule, QualityCheck.Presence, $"Column {name} is not in the reference, so its values were not counted.", "Profile the reference again with this column, or drop the rule.");
        return rule.Required ? Absent(rule.Column, batch.Rows) : null;
    }

    public static QualityFinding Absent(string column, long rows) => new()
    {
        Check = QualityCheck.Presence,
        Column = column,
        Verdict = Verdict.Fail,
        Count = rows,
        Rule = "presence/1",
        What = $"Column {Words.Quoted(column)} is missing from the batch.",
        Why = "The model was trained with it and answers without knowing.",
        Fix = "Mend the job that writes the batch; if the column was renamed, rename it back.",
    };

    private static QualityFinding? Missing(ColumnFingerprint column, double limit) => column.MissingRate <= limit ? null : new QualityFinding
    {
        Check = QualityCheck.Missing,
        Column = column.Schema.Name,
        Verdict = Verdict.Fail,
        Observed = column.MissingRate,
        Threshold = limit,
        Count = column.Rows,
        Rule = "missing/1",
        What = $"{Words.Percent(column.MissingRate)} of {Words.Quoted(column.Schema.Name)} is missing, more than {Words.Percent(limit)}.",
        Why = "The model fills the gaps with what it learned for rare ones.",
        Fix = "Check the source of the column.",
    };

    private static QualityFinding? Types(ColumnFingerprint column, double limit) => column.TypeErrorRate <= limit ? null : new QualityFinding
    {
        Check = QualityCheck.Types,
        Column = column.Schema.Name,
        Verdict = Verdict.Fail,
        Observed = column.TypeErrorRate,
        Threshold = limit,
        Count = column.Rows - column.Missing,
        Rule = "types/1",
        What = $"{Words.Percent(column.TypeErrorRate)} of the values of {Words.Quoted(column.Schema.Name)} are not {JsonNames.Of(column.Schema.Type)}, more than {Words.Percent(limit)}"
            + (column.TypeErrorExample is { } example ? $" (such as {Words.Quoted(example)})." : "."),
        Why = "They are lost to the model.",
        Fix = "Check decimal commas, units inside values, and shifted columns in the job that writes the batch.",
    };

    private static QualityFinding? Mean(ColumnFingerprint column, ColumnRule rule)
    {
        string name = Words.Quoted(rule.Column);
        if (!column.Schema.HasGrid) return Undecided(rule, QualityCheck.Mean, $"Column {name} has no numbers to take a mean of.", "Drop the limits of its mean, or make it numeric in the schema.");
        if (column.Moments.Mean is not { } mean) return Undecided(rule, QualityCheck.Mean, $"Column {name} has no finite value.", "Check the source of the column.");
        bool low = mean < rule.MinimumMean;
        if (!low && !(mean > rule.MaximumMean)) return null;
        double limit = (low ? rule.MinimumMean : rule.MaximumMean)!.Value;
        return new QualityFinding
        {
            Check = QualityCheck.Mean,
            Column = rule.Column,
            Verdict = Verdict.Fail,
            Observed = mean,
            Threshold = limit,
            Count = column.Moments.Finite,
            Rule = "mean/1",
            What = $"The mean of {name} is {Words.Number(mean)}, {(low ? "below" : "above")} {Words.Number(limit)}.",
            Why = "The policy says that no sound batch has such a mean.",
            Fix = "Check the unit and the source of the column.",
        };
    }
}

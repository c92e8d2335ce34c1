using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Rules that allow a share of values to lie outside: ranges and lists.</summary>
internal static class OutsideRules
{
    public static QualityFinding? Range(ColumnFingerprint column, ColumnRule rule)
    {
        if (!column.Schema.HasGrid)
            return ColumnRules.Undecided(rule, QualityCheck.Range, $"Column {Words.Quoted(rule.Column)} has no numbers to hold against a range.", "Drop its limits, or make it numeric in the schema.");
        var outside = Outside.Range(column, rule.Minimum ?? double.NegativeInfinity, rule.Maximum ?? double.PositiveInfinity);
        var type = column.Schema.Type;
        string limits = (rule.Minimum, rule.Maximum) switch
        {
            ({ } low, { } high) => $"outside {ValueWords.Value(type, low)} to {ValueWords.Value(type, high)}",
            ({ } low, null) => $"below {ValueWords.Value(type, low)}",
            _ => $"above {ValueWords.Value(type, rule.Maximum!.Value)}",
        };
        string extremes = column.Moments.Finite == 0 ? "" : $" (smallest {ValueWords.Value(type, column.Moments.Min)}, largest {ValueWords.Value(type, column.Moments.Max)})";
        return Judge(column, rule, QualityCheck.Range, outside, limits + extremes);
    }

    public static QualityFinding? Allowed(ColumnFingerprint column, ColumnRule rule)
    {
        if (column.Schema is { HasGrid: false, HasCategories: false })
            return ColumnRules.Undecided(rule, QualityCheck.Allowed, $"Column {Words.Quoted(rule.Column)} is text, of which values are not counted.", "Make it categorical in the schema and profile the reference again.");
        var allowed = rule.Allowed!.Value;
        var outside = column.Schema.HasGrid ? Outside.Numbers(column, allowed) : Outside.Categories(column, allowed);
        string list = string.Join(", ", allowed.Take(5).Select(Words.Quoted)) + (allowed.Length > 5 ? ", ..." : "");
        return Judge(column, rule, QualityCheck.Allowed, outside, $"none of {list}{Examples(column, rule)}");
    }

    private static QualityFinding? Judge(ColumnFingerprint column, ColumnRule rule, QualityCheck check, Outside outside, string where)
    {
        long values = column.Values;
        if (values == 0) return null;
        double low = (double)outside.AtLeast / values, high = (double)outside.AtMost / values;
        if (high <= rule.MaximumOutside) return null;
        bool broken = low > rule.MaximumOutside;
        return new QualityFinding
        {
            Check = check,
            Column = rule.Column,
            Verdict = broken ? Verdict.Fail : Verdict.Inconclusive,
            Observed = low,
            Threshold = rule.MaximumOutside,
            Count = values,
            Rule = check == QualityCheck.Range ? "range/1" : "allowed/1",
            What = $"{Share(low, high)} of {Words.Quoted(rule.Column)} {(check == QualityCheck.Range ? "lies" : "is")} {where}; {Words.Percent(rule.MaximumOutside)} may.",
            Why = broken ? "The policy says that no sound batch has such values." : "Values are counted in cells, and one of them holds sound and unsound ones.",
            Fix = broken ? "Check the unit and the source of the column, or widen the rule if the world has changed." : "Put the limit where the reference has many values, or allow none outside: that is always exact.",
        };
    }

    private static string Share(double low, double high) =>
        low == high ? Words.Percent(low) : low == 0 ? $"At most {Words.Percent(high)}" : $"At least {Words.Percent(low)} and at most {Words.Percent(high)}";

    private static string Examples(ColumnFingerprint column, ColumnRule rule)
    {
        if (column.Categories is not { } table) return "";
        var found = table.Values.Where((value, slot) => column.Counts[slot] > 0 && !rule.Allowed!.Value.Contains(value)).Take(3).Select(Words.Quoted).ToList();
        if (column.Unseen > 0) found.Add($"{Words.Count(column.Unseen)} that the reference does not know");
        return found.Count == 0 ? "" : $" ({string.Join(", ", found)})";
    }
}

namespace Homeostat.Loop;

/// <summary>What a batch must satisfy.</summary>
internal static class QualityWords
{
    internal static string Of(QualityOptions quality) => Say.Sentences(
        $"a batch needs at least {Say.Count(quality.MinimumRows, "row")}, and at most {Say.Percent(quality.MaximumRagged)} of them with the wrong number of fields.",
        Changes(quality),
        quality.Columns.IsEmpty ? null : $"{Say.List([.. quality.Columns.Select(Rule)], "and")}.",
        "A batch that breaks any of this goes to quarantine with its reason, is journaled, and is never trained on.");

    private static string? Changes(QualityOptions quality) => (quality.UnitChanges, quality.SchemaBreaks) switch
    {
        (true, true) => "No feature may have changed its unit (feet for metres, say), be absent, empty, stuck at one value, of another type or recoded, nor two be swapped.",
        (true, false) => "No feature may have changed its unit (feet for metres, say).",
        (false, true) => "No feature may be absent, empty, stuck at one value, of another type or recoded, nor two be swapped.",
        _ => null,
    };

    private static string Rule(ColumnRule rule)
    {
        var limits = Limits(rule).ToList();
        string name = $"the column {Words.Quoted(rule.Column)}";
        string with = limits.Count == 0 ? "" : Say.All(limits);
        if (rule.Required) return $"{name} must be there{(with.Length == 0 ? "" : $", with {with}")}";
        return $"{name} may be absent{(with.Length == 0 ? "" : $", but where it is there must have {with}")}";
    }

    private static IEnumerable<string> Limits(ColumnRule rule)
    {
        if (rule.MaximumMissing is { } missing) yield return $"at most {Say.Percent(missing)} missing";
        if (rule.MaximumTypeErrors is { } errors) yield return $"at most {Say.Percent(errors)} of another type";
        if (Range(rule.Minimum, rule.Maximum) is { } range) yield return $"values {range}{Exceptions(rule)}";
        if (rule.Allowed is { } allowed) yield return $"no values but {Say.All([.. allowed.Select(Words.Quoted)])}{Exceptions(rule)}";
        if (Range(rule.MinimumMean, rule.MaximumMean) is { } mean) yield return $"a mean {mean}";
    }

    private static string? Range(double? least, double? most) => (least, most) switch
    {
        ({ } from, { } to) => $"from {Say.Number(from)} to {Say.Number(to)}",
        ({ } from, null) => $"of at least {Say.Number(from)}",
        (null, { } to) => $"of at most {Say.Number(to)}",
        _ => null,
    };

    private static string Exceptions(ColumnRule rule) => rule.MaximumOutside > 0 ? $" (but for {Say.Percent(rule.MaximumOutside)} of them)" : "";
}

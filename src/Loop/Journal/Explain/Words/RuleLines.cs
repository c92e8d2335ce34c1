namespace Homeostat.Loop;

/// <summary>Verdicts of rules with their numbers, a line each.</summary>
internal static class RuleLines
{
    /// <summary>"Fail by error-rate/1: ... (observed 0.1, threshold 0.01, n 600 and 600)".</summary>
    internal static string Of(RuleVerdict rule)
    {
        if (!rule.Applied) return $"Not looked at by {rule.Rule}: {rule.Reason}";
        string n = rule.ChampionCount > 0 ? $"{Words.Count(rule.Count)} and {Words.Count(rule.ChampionCount)}" : Words.Count(rule.Count);
        return $"{rule.Verdict} by {rule.Rule}: {rule.Reason} {Numbers(rule.Observed, rule.Threshold, rule.Count > 0 ? n : null, Interval(rule))}".TrimEnd();
    }

    internal static string Of(string column, SignalVerdict signal)
    {
        string n = $"{Words.Count(signal.CurrentCount)} against {Words.Count(signal.ReferenceCount)}";
        string chance = signal is { PValue: { } p, Alpha: { } alpha } ? $"p {Words.Number(p)} against {Words.Number(alpha)}" : "";
        return $"{signal.Verdict} by {signal.Rule} on {Words.Quoted(column)}: {signal.Reason}. {Numbers(signal.Observed, signal.Threshold, n, chance)}".TrimEnd();
    }

    internal static string Of(QualityFinding finding) =>
        $"{finding.Verdict} by {finding.Rule}{(finding.Column is { } column ? $" on {Words.Quoted(column)}" : "")}: {finding.Reason} {Numbers(finding.Observed, finding.Threshold, Words.Count(finding.Count), "")}".TrimEnd();

    /// <summary>"(observed 0.1, threshold 0.01, n 600)"; what is not there is left out.</summary>
    internal static string Numbers(double? observed, double? threshold, string? count, string more)
    {
        var parts = new List<string>();
        if (observed is { } value) parts.Add($"observed {Words.Number(value)}");
        if (threshold is { } limit) parts.Add($"threshold {Words.Number(limit)}");
        if (count is not null) parts.Add($"n {count}");
        if (more.Length > 0) parts.Add(more);
        return parts.Count == 0 ? "" : $"({string.Join(", ", parts)})";
    }

    private static string Interval(RuleVerdict rule) => rule is { Lower: { } lower, Upper: { } upper } ? $"interval {Words.Number(lower)} to {Words.Number(upper)}" : "";
}

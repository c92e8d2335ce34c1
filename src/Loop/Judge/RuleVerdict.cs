namespace Homeostat.Loop;

/// <summary>The verdict of one rule, with all that led to it: a gate, a check of a rollout step, the circuit breaker.</summary>
public sealed record RuleVerdict
{
    /// <summary>Name and version of the rule, as "non-inferiority/1".</summary>
    public required string Rule { get; init; }

    /// <summary>How it ended.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether the rule had something to look at; false: it passed because it was off or does not apply, as the reason says.</summary>
    public bool Applied { get; init; } = true;

    /// <summary>What was measured, in the rule's unit; null when nothing was.</summary>
    public double? Observed { get; init; }

    /// <summary>What it was held against, same unit; null when there is none.</summary>
    public double? Threshold { get; init; }

    /// <summary>Lower end of the interval of what was measured; null when the rule uses none.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public double? Upper { get; init; }

    /// <summary>Observations of the challenger, or of whoever is judged alone.</summary>
    public long Count { get; init; }

    /// <summary>Observations of the champion; 0 when the rule does not compare.</summary>
    public long ChampionCount { get; init; }

    /// <summary>Observations that would settle it; null when it is settled, or no number would do.</summary>
    public long? NeededCount { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Reason { get; init; }

    /// <summary>A rule with nothing to look at: it passes, and says why.</summary>
    internal static RuleVerdict Skipped(string rule, string reason) =>
        new() { Rule = rule, Verdict = Verdict.Pass, Applied = false, Reason = reason };
}

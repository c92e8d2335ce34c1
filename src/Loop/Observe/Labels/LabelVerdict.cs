namespace Homeostat.Loop;

/// <summary>The verdict on joined labels.</summary>
public sealed record LabelVerdict
{
    /// <summary>Fail: not to be used. Inconclusive: used, but look at them. Error: there are none.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The share that decided, 0 to 1: of conflicts, or of unknown ids; null when there are no labels.</summary>
    public double? Observed { get; init; }

    /// <summary>What it was held against.</summary>
    public double? Threshold { get; init; }

    /// <summary>The verdict in words, in three beats where something is wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>What it was made from.</summary>
    public required LabelCounts Counts { get; init; }

    /// <summary>The options used.</summary>
    public required LabelOptions Options { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = LabelPolicy.Rule;
}

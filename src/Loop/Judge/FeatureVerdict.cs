using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The verdict on one column.</summary>
public sealed record FeatureVerdict
{
    /// <summary>The column.</summary>
    public required string Name { get; init; }

    /// <summary>Its type in the reference.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Fail if any signal fails, else Inconclusive if any is, else Pass.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What moved, in words, largest cause first.</summary>
    public required string Reason { get; init; }

    /// <summary>What was measured.</summary>
    public required FeatureMetrics Metrics { get; init; }

    /// <summary>One verdict a signal that is on and applies to the column.</summary>
    public required ImmutableArray<SignalVerdict> Signals { get; init; }

    /// <summary>Why numbers are absent or what else to know, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether the column drifted: its verdict is Fail.</summary>
    public bool Drifted => Verdict == Verdict.Fail;

    /// <summary>The largest observed-over-threshold of its signals; infinity for an absent column.</summary>
    public double Severity { get; init; }
}

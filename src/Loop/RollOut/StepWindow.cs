using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What one side answered, from the start of a step until now.</summary>
public sealed record StepWindow
{
    /// <summary>Requests, failures and latency; null: the platform has no data yet.</summary>
    public DeploymentMetrics? Metrics { get; init; }

    /// <summary>Answers a group: of classes by a hash, of numbers by cells of the old champion's reference; both sides in the same order; empty: none recorded.</summary>
    public ImmutableArray<long> Answers { get; init; } = [];

    /// <summary>Answers whose label has come.</summary>
    public long Labelled { get; init; }

    /// <summary>Of them the wrong ones: another class or, for numbers, an error larger than nine in ten of the champion's on the holdout.</summary>
    public long Wrong { get; init; }

    /// <summary>Rows of mirrored requests that both sides answered, or a sample of them.</summary>
    public long Paired { get; init; }

    /// <summary>Of them those that the two answered otherwise.</summary>
    public long Flips { get; init; }
}

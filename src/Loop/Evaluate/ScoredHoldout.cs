using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The holdout as both models answered it, in order of time. Arrays with one entry a row are aligned.</summary>
public sealed record ScoredHoldout
{
    /// <summary>What is answered.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The positive class; for two classes only.</summary>
    public string? Positive { get; init; }

    /// <summary>The true class, or the true number in invariant form, a row.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>The challenger's answers; null for a row it did not answer.</summary>
    public required ImmutableArray<RowPrediction?> Challenger { get; init; }

    /// <summary>The champion's; empty when there is none.</summary>
    public ImmutableArray<RowPrediction?> Champion { get; init; } = [];

    /// <summary>Columns to slice by.</summary>
    public ImmutableArray<SliceColumn> Slices { get; init; } = [];

    /// <summary>How the challenger's endpoint fared.</summary>
    public required ScoringRun ChallengerRun { get; init; }

    /// <summary>How the champion's did; null when there is none.</summary>
    public ScoringRun? ChampionRun { get; init; }

    /// <summary>Size of the challenger's artifact.</summary>
    public long ArtifactBytes { get; init; }
}

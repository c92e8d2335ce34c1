using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The verdict on the quality of a batch: whether it may be judged for drift and trained on.</summary>
public sealed record QualityVerdict
{
    /// <summary>Fail if any rule is broken, else Inconclusive if any could not be decided, else Pass.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>Every broken or undecided rule, broken ones first.</summary>
    public required ImmutableArray<QualityFinding> Findings { get; init; }

    /// <summary>Rules looked at.</summary>
    public required int Checked { get; init; }

    /// <summary>Rows of the batch.</summary>
    public required long Rows { get; init; }

    /// <summary>The options used.</summary>
    public required QualityOptions Options { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = QualityPolicy.Rule;
}

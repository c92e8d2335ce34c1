using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The cause that was named, and what to do.</summary>
public sealed record TriageVerdict
{
    /// <summary>Pass: nothing to do. Fail: act. Inconclusive: watch. Error: there was no evidence at all.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The cause.</summary>
    public required TriageCause Cause { get; init; }

    /// <summary>What to do.</summary>
    public required RecommendedAction Action { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>Name and version of the rule that decided.</summary>
    public required string Rule { get; init; }

    /// <summary>Names of the rules further down that would have applied as well.</summary>
    public ImmutableArray<string> AlsoApplied { get; init; } = [];

    /// <summary>What it was made from.</summary>
    public required TriageEvidence Evidence { get; init; }

    /// <summary>The options used.</summary>
    public required TriageOptions Options { get; init; }
}

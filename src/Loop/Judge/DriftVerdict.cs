using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The verdict on a batch against its reference.</summary>
public sealed record DriftVerdict
{
    /// <summary>Fail if any feature fails, else Inconclusive if any is, else Pass; Error when there was nothing to judge.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The judged columns, gravest first: Fail before Inconclusive before Pass, then by <see cref="FeatureVerdict.Severity"/>, then by name.</summary>
    public required ImmutableArray<FeatureVerdict> Features { get; init; }

    /// <summary>The options used.</summary>
    public required DriftOptions Options { get; init; }
}

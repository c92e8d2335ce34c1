using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Whether failed verdicts repeat often enough to act on.</summary>
public sealed record BreachVerdict
{
    /// <summary>Fail: confirmed, act. Inconclusive: failed, but not often enough or in the cooldown. Pass: this batch passed. Error: it says nothing.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Failed batches among the latest.</summary>
    public required int Observed { get; init; }

    /// <summary>Failed batches needed.</summary>
    public required int Threshold { get; init; }

    /// <summary>Batches looked at.</summary>
    public required int Count { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Reason { get; init; }

    /// <summary>What failed in them, most often first.</summary>
    public ImmutableArray<BreachFeature> Features { get; init; } = [];

    /// <summary>Until when no breach is confirmed again, UTC; null outside of a cooldown.</summary>
    public DateTimeOffset? CooldownUntil { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = BreachPolicy.Rule;

    /// <summary>Whether to act.</summary>
    public bool IsConfirmed => Verdict == Verdict.Fail;
}

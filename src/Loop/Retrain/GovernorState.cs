using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the governor knows of the past.</summary>
public sealed record GovernorState
{
    /// <summary>Whether the loop is paused.</summary>
    public bool Paused { get; init; }

    /// <summary>When the last retraining ended, whatever its end, UTC; null: never.</summary>
    public DateTimeOffset? LastEnded { get; init; }

    /// <summary>Rows newly labelled since the champion was trained.</summary>
    public long NewLabels { get; init; }

    /// <summary>Challengers in a row that failed their gates or their rollout.</summary>
    public int FailedChallengers { get; init; }

    /// <summary>What was spent on training; those of other months may be left out.</summary>
    public ImmutableArray<Spending> Spent { get; init; } = [];
}

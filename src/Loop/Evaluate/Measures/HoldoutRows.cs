namespace Homeostat.Loop;

/// <summary>The rows of a holdout that can be compared: those with a readable label that every model answered, in order of time.</summary>
internal sealed record HoldoutRows
{
    public required TaskKind Task { get; init; }

    /// <summary>Where each row stands in the holdout.</summary>
    public required int[] Source { get; init; }

    /// <summary>The labels.</summary>
    public required HoldoutSide Truth { get; init; }

    public required HoldoutSide Challenger { get; init; }

    public required HoldoutSide? Champion { get; init; }

    /// <summary>Number of classes, counted over labels and answers.</summary>
    public required int ClassCount { get; init; }

    public required long UnreadableLabels { get; init; }

    public required long ChallengerUnanswered { get; init; }

    public required long ChampionUnanswered { get; init; }

    public int Count => Source.Length;
}

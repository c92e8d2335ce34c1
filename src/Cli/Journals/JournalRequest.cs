namespace Homeostat.Cli;

/// <summary>What <c>homeostat journal</c> was asked for.</summary>
internal sealed record JournalRequest
{
    internal required string Model { get; init; }

    internal required string State { get; init; }

    /// <summary>Walk the chain instead of showing records.</summary>
    internal bool Verify { get; init; }

    /// <summary>Go on as it grows.</summary>
    internal bool Follow { get; init; }

    /// <summary>The lines as they are stored.</summary>
    internal bool Json { get; init; }

    /// <summary>So many of the latest; null: not limited by number.</summary>
    internal long? Last { get; init; }

    /// <summary>Those from then on, UTC; null: not limited by time.</summary>
    internal DateTimeOffset? Since { get; init; }
}

namespace Homeostat.Loop;

/// <summary>What a rollback without the controller came to.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Text">In words.</param>
public sealed record DirectRollbackResult(DirectRollbackEnd End, string Text)
{
    /// <summary>Traffic as it reads now; null when nobody looked.</summary>
    public TrafficSplit? Traffic { get; init; }

    /// <summary>Sequence number of the journal's record; null when nothing was journaled.</summary>
    public long? Record { get; init; }
}

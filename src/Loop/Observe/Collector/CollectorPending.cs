using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>An hour that was taken, on its way to become a batch.</summary>
/// <param name="Batch">What is read of it, each part up to behind its last whole line.</param>
/// <param name="TakenAt">When, UTC: the batch's arrival.</param>
public sealed record CollectorPending(CollectorBatch Batch, DateTimeOffset TakenAt)
{
    /// <summary>ETag of the joined file; null: it is not written yet.</summary>
    public string? ETag { get; init; }
}

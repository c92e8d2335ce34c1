namespace Homeostat.Loop;

/// <summary>A batch that arrived: input of <see cref="BatchOrchestrator"/>.</summary>
/// <param name="Model">The model that its path names.</param>
/// <param name="Blob">Its file.</param>
/// <param name="ETag">The file's ETag.</param>
/// <param name="ArrivedAt">When, UTC.</param>
public sealed record BatchArrival(string Model, string Blob, string ETag, DateTimeOffset ArrivedAt)
{
    /// <summary>The deployment that answered its rows; null when that is not known.</summary>
    public string? Deployment { get; init; }

    /// <summary>What makes it one arrival with others: the hour of a data collector; null when it stands for itself.</summary>
    public string? Slot { get; init; }

    /// <summary>The file's bytes; null when that is not known, and it is read in one pass.</summary>
    public long? Bytes { get; init; }

    /// <summary>What came of counting its parts; null when it is read in one pass.</summary>
    public IReadOnlyList<PartCounted>? Parts { get; init; }

    /// <summary>Its id: the same for the same content at the same place.</summary>
    public string Batch => BatchId.Of(Blob, ETag);
}

namespace Homeostat.Loop;

/// <summary>What came of counting one part of a batch.</summary>
/// <param name="Part">Which part, from 0.</param>
public sealed record PartCounted(int Part)
{
    /// <summary>Its counts; null: the part cannot be counted by itself, so the batch is read in one pass.</summary>
    public BlobReference? Fingerprint { get; init; }

    /// <summary>The reference it was counted over.</summary>
    public BlobReference? Reference { get; init; }

    /// <summary>Rows with a label.</summary>
    public long Labels { get; init; }

    /// <summary>Time of the earliest row; null when none has one.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Time of the latest.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Its predictions; null when it has none.</summary>
    public BlobReference? Predictions { get; init; }

    /// <summary>The first row of the batch as an endpoint takes it, JSON; of the first part only.</summary>
    public string? Probe { get; init; }
}

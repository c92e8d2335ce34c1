namespace Homeostat.Loop;

/// <summary>A file that turned up where batches or labels are dropped.</summary>
/// <param name="Path">Name of the blob, as <c>batches/{model}/...</c> or <c>labels/{model}/...</c>.</param>
/// <param name="ETag">Its ETag.</param>
/// <param name="Length">Its bytes.</param>
public sealed record IntakeRequest(string Path, string ETag, long Length)
{
    /// <summary>Whether the model named in the path has a policy.</summary>
    public bool HasPolicy { get; init; }

    /// <summary>Whether a batch of this id was taken or quarantined before.</summary>
    public bool IsKnown { get; init; }
}

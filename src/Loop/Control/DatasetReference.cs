namespace Homeostat.Loop;

/// <summary>An assembled dataset.</summary>
/// <param name="Manifest">Blob name of its manifest.</param>
/// <param name="Hash">SHA-256 of the dataset, in hex.</param>
/// <param name="TrainingRows">Rows trained on.</param>
/// <param name="HoldoutRows">Rows kept.</param>
public sealed record DatasetReference(string Manifest, string Hash, long TrainingRows, long HoldoutRows)
{
    /// <summary>Why it cannot be trained on; null when it can.</summary>
    public string? Problem { get; init; }
}

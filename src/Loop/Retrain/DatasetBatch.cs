namespace Homeostat.Loop;

/// <summary>A batch that may become part of a dataset.</summary>
/// <param name="Name">Its name in storage.</param>
/// <param name="Hash">What its rows are, as a content hash or ETag.</param>
/// <param name="From">Time of its first row, UTC.</param>
/// <param name="To">Time of its last row, UTC; the same where only the arrival is known.</param>
/// <param name="LabelledRows">Rows with a label.</param>
public sealed record DatasetBatch(string Name, string Hash, DateTimeOffset From, DateTimeOffset To, long LabelledRows)
{
    /// <summary>What its labels are, as a content hash; null when they came with the rows.</summary>
    public string? LabelHash { get; init; }

    /// <summary>Whether it is in quarantine.</summary>
    public bool Quarantined { get; init; }
}

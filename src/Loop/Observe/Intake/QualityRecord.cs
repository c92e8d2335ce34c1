namespace Homeostat.Loop;

/// <summary>A batch was accepted or quarantined: evidence of a journal record, from which its quality is judged again.</summary>
internal sealed record QualityRecord(string Batch, string Blob, string Reason)
{
    public BlobReference? Reference { get; init; }

    public BlobReference? Fingerprint { get; init; }

    /// <summary>Null when it did not get so far as to be counted.</summary>
    public QualityVerdict? Quality { get; init; }

    public long Rows { get; init; }

    public long LabelledRows { get; init; }
}

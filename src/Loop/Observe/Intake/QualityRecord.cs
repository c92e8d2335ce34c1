namespace Homeostat.Loop;

/// <summary>A batch was accepted or quarantined: evidence of a journal record, from which its quality is judged again.</summary>
internal sealed record QualityRecord(string Batch, string Blob, string Reason)
{
    public BlobReference? Reference { get; init; }

    public BlobReference? Fingerprint { get; init; }

    /// <summary>What was known of the file, where it was refused before it was read; null for all others.</summary>
    public IntakeRequest? Intake { get; init; }

    /// <summary>Null when it did not get so far as to be counted.</summary>
    public QualityVerdict? Quality { get; init; }

    public long Rows { get; init; }

    public long LabelledRows { get; init; }
}

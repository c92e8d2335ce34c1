namespace Homeostat.Loop;

/// <summary>What is known of one label file, and what its orchestration goes on with.</summary>
/// <param name="File">Its id.</param>
/// <param name="Blob">Where it came.</param>
/// <param name="ETag">Its ETag.</param>
/// <param name="ArrivedAt">When, UTC.</param>
public sealed record LabelFileEntry(string File, string Blob, string ETag, DateTimeOffset ArrivedAt)
{
    /// <summary>What came of joining it; null when it did not get so far.</summary>
    public LabelVerdict? Verdict { get; init; }

    /// <summary>Predictions that have a label now and had none before.</summary>
    public long NewLabels { get; init; }

    /// <summary>Until when those of its labels wait whose rows no batch has yet, UTC; null when none does.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Why it is in quarantine; null when it is not.</summary>
    public string? Quarantined { get; init; }
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What is known of one batch: an entry of the catalog.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="Blob">The file it came in.</param>
/// <param name="ArrivedAt">When, UTC.</param>
public sealed record BatchEntry(string Batch, string Blob, DateTimeOffset ArrivedAt)
{
    /// <summary>The ETag of that file.</summary>
    public string ETag { get; init; } = "";

    /// <summary>The deployment that answered its rows; null when that is not known.</summary>
    public string? Deployment { get; init; }

    /// <summary>Whether a champion answered its rows, as far as is known: a challenger's say nothing about it.</summary>
    internal bool IsOf(ModelState champion) => Deployment is null || Version is null || champion.Version is null || Version == champion.Version;

    /// <summary>What makes it one arrival with others: the hour of a data collector; null when it stands for itself.</summary>
    public string? Slot { get; init; }

    /// <summary>SHA-256 of the file, in hex; null when it could not be read to its end.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Its rows.</summary>
    public long Rows { get; init; }

    /// <summary>Time of its first row, UTC; the arrival where rows have none.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>Time of its last row, UTC; the arrival where rows have none.</summary>
    public DateTimeOffset To { get; init; }

    /// <summary>The version it was counted against; null when there was none.</summary>
    public string? Version { get; init; }

    /// <summary>The reference it was counted against; null when it was not counted.</summary>
    public BlobReference? Reference { get; init; }

    /// <summary>Its counts; null when it was not counted.</summary>
    public BlobReference? Fingerprint { get; init; }

    /// <summary>The verdict on its quality; null when there is none.</summary>
    public QualityVerdict? Quality { get; init; }

    /// <summary>Why it is in quarantine; null when it is not.</summary>
    public string? Quarantined { get; init; }

    /// <summary>What was known of its file, where it was refused before it was read; null for all others.</summary>
    public IntakeRequest? Refused { get; init; }

    /// <summary>Whether its predictions are kept until labels come.</summary>
    public bool HasPredictions { get; init; }

    /// <summary>Rows whose label came with them.</summary>
    public long OwnLabels { get; init; }

    /// <summary>Rows with a label, whenever it came.</summary>
    public long LabelledRows { get; init; }

    /// <summary>The labels that came later; null when none did.</summary>
    public BlobReference? Labels { get; init; }

    /// <summary>Label files that had labels for it, and how many of them were new.</summary>
    public ImmutableSortedDictionary<string, long> LabelFiles { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>The verdict on its drift; null before it was judged.</summary>
    public Verdict? Drift { get; init; }
}

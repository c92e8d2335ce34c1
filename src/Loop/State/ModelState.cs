namespace Homeostat.Loop;

/// <summary>The champion of a model as batches and labels are held against it.</summary>
public sealed record ModelState
{
    /// <summary>The champion's version; null when it cannot be told.</summary>
    public string? Version { get; init; }

    /// <summary>The fingerprint that batches are counted against; null when there is none yet.</summary>
    public BlobReference? Reference { get; init; }

    /// <summary>How the champion did when it was new; null when nobody measured.</summary>
    public LabelledWindow? Baseline { get; init; }

    /// <summary>When it became champion, UTC; null for the one that was there before the loop.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    /// <summary>Whether it took nobody's place: nothing is there to go back to.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The first batch becomes the reference when there is none: only for a model whose training data are lost. Default off.</summary>
    public bool AdoptFirstBatch { get; init; }

    /// <summary>
    /// Time since the champion took another's place. Null where it took nobody's: what goes wrong then is no bad deployment that could be taken back,
    /// and is mended by training.
    /// </summary>
    internal TimeSpan? SincePromotion(DateTimeOffset now) => IsFirst ? null : now - PromotedAt;
}

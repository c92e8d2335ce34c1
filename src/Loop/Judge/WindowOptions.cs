namespace Homeostat.Loop;

/// <summary>A window over batches: the last so many, or those of a span of time. Exactly one of the two is given.</summary>
public sealed record WindowOptions
{
    /// <summary>The last so many batches.</summary>
    public int? Batches { get; init; }

    /// <summary>The batches that arrived within this time before the latest one.</summary>
    public TimeSpan? Span { get; init; }
}

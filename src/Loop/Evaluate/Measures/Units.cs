namespace Homeostat.Loop;

/// <summary>
/// What is drawn in a bootstrap: single rows up to 1,000 of them, runs of neighbours in time beyond. Runs keep the time of a resample within
/// bounds, and keep rows of one moment, which err alike, together.
/// </summary>
/// <param name="Rows">The rows, in order of time.</param>
internal sealed record Units(int[] Rows)
{
    public const int Most = 1_000;

    public int Count { get; } = Math.Min(Rows.Length, Most);

    /// <summary>The unit of the row at a place.</summary>
    public int Of(int place) => (int)((long)place * Count / Rows.Length);

    /// <summary>Every unit once.</summary>
    public int[] All() => [.. Enumerable.Range(0, Count)];
}

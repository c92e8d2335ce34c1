namespace Homeostat.Loop;

/// <summary>What came of counting a batch.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="Accepted">Whether it goes on to be judged; false: quarantined, gone, or replaced by another file.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record BatchCounted(string Batch, bool Accepted, string Reason)
{
    /// <summary>Rows whose label came with them.</summary>
    public long Labels { get; init; }

    /// <summary>Whether its answers are logged, so that labels can be joined to them.</summary>
    public bool HasPredictions { get; init; }

    /// <summary>Whether its answers can be held against labels at once.</summary>
    public bool HasPerformance { get; init; }
}

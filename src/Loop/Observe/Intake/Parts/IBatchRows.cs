namespace Homeostat.Loop;

/// <summary>What is kept of a batch besides its counts.</summary>
internal interface IBatchRows
{
    /// <summary>What only rows tell.</summary>
    RowFacts Facts();

    /// <summary>The log of its predictions; null when it has none.</summary>
    Task<byte[]?> PredictionsAsync(CancellationToken cancellation);

    /// <summary>The first row as an endpoint takes it; null when there is none.</summary>
    byte[]? Probe();
}

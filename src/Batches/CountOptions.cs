namespace Homeostat.Batches;

/// <summary>How files are counted.</summary>
public sealed record CountOptions
{
    /// <summary>Workers that parse side by side; 0 (the default) takes one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Told the number of bytes each read took from the disk; from any worker. Null by default.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Stops the count between two reads.</summary>
    public CancellationToken Cancellation { get; init; }

    internal int WorkerCount => Workers > 0 ? Workers : Environment.ProcessorCount;
}

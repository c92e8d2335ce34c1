namespace Homeostat.Emulator;

/// <summary>What one deployment did in one minute, or in one step of a finer grain.</summary>
internal sealed class MinuteCounts
{
    /// <summary>Minutes, or steps, since 1970.</summary>
    public long Minute { get; init; }

    /// <summary>Requests, by <c>status|modelStatus</c>; the second part is empty when the model's process did not answer.</summary>
    public Dictionary<string, long> Requests { get; init; } = [];

    /// <summary>Latencies.</summary>
    public LatencyHistogram Latency { get; init; } = new();

    /// <summary>Lines collected, by collection.</summary>
    public Dictionary<string, long> Collected { get; init; } = [];

    /// <summary>Lines lost, by <c>collection|reason</c>.</summary>
    public Dictionary<string, long> Lost { get; init; } = [];

    internal static void Add(Dictionary<string, long> counts, string key, long count) => counts[key] = counts.GetValueOrDefault(key) + count;
}

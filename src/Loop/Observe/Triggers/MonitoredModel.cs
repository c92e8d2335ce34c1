using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What one tick of the monitor did for one model.</summary>
/// <param name="Model">The model.</param>
public sealed record MonitoredModel(string Model)
{
    /// <summary>Batches made of collector hours and started on their way.</summary>
    public int Batches { get; init; }

    /// <summary>What its controller was told.</summary>
    public ImmutableArray<SignalKind> Signals { get; init; } = [];

    /// <summary>What was found or done, one sentence each.</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    /// <summary>What could not be looked at or done, one sentence each; it is tried again at the next tick.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}

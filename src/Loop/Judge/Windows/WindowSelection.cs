using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The batches of a window.</summary>
public sealed record WindowSelection
{
    /// <summary>The window in words: "the last 24 h".</summary>
    public required string Window { get; init; }

    /// <summary>Its batches, oldest first.</summary>
    public required ImmutableArray<WindowBatch> Batches { get; init; }

    /// <summary>Batches of the time or number that cannot be in it, and why, one sentence each reason.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

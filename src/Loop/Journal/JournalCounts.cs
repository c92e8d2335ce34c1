using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What a model's journal holds, counted.</summary>
public sealed record JournalCounts
{
    /// <summary>Records counted, which is the sequence number of the next.</summary>
    public long Records { get; init; }

    /// <summary>How many there are of each kind.</summary>
    public ImmutableSortedDictionary<string, long> Kinds { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Sequence number of the last one of each kind.</summary>
    public ImmutableSortedDictionary<string, long> Last { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>The latest thirty batches that were accepted, the latest last.</summary>
    public ImmutableArray<ArrivedRows> Arrivals { get; init; } = [];

    /// <summary>The latest hundred questions that people were asked, the latest last.</summary>
    public ImmutableArray<AskedApproval> Approvals { get; init; } = [];

    /// <summary>How many there are of a kind.</summary>
    public long Of(string kind) => Kinds.GetValueOrDefault(kind);
}

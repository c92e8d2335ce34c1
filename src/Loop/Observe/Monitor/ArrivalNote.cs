using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Batches that count as one arrival: a dropped file, or all of a collector's hour.</summary>
internal sealed record ArrivalNote(string Slot, DateTimeOffset At)
{
    /// <summary>Rows by batch.</summary>
    public ImmutableSortedDictionary<string, long> Batches { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The latest arrivals, oldest first.</summary>
internal sealed record ArrivalNotes
{
    public ImmutableArray<ArrivalNote> Latest { get; init; } = [];
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>One course from a cause to its end, as the journal tells it.</summary>
/// <param name="Id">Names it: <c>incident-</c> and the sequence number of the controller's first record of it.</param>
/// <param name="From">When it began, UTC.</param>
/// <param name="Cause">Why it began, in words.</param>
/// <param name="Records">Sequence numbers of its records, in order: that of the cause that was named first, where there is one.</param>
public sealed record Incident(string Id, DateTimeOffset From, string Cause, ImmutableArray<long> Records)
{
    /// <summary>When it ended, UTC; null while it goes on.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>How it ended, in words; null while it goes on.</summary>
    public string? End { get; init; }

    internal static string IdOf(long record) => FormattableString.Invariant($"incident-{record}");
}

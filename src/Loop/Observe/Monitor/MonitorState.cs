using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the monitor remembers of a model between two ticks.</summary>
internal sealed record MonitorState
{
    /// <summary>What is wrong now, by key.</summary>
    public ImmutableSortedDictionary<string, Incident> Incidents { get; init; } = ImmutableSortedDictionary.Create<string, Incident>(StringComparer.Ordinal);

    /// <summary>How far the policy's schedule was kept; null: it has none, or none was looked at yet.</summary>
    public ScheduleMark? Schedule { get; init; }

    /// <summary>When its controller was started again of late, UTC.</summary>
    public ImmutableArray<DateTimeOffset> Restarts { get; init; } = [];
}

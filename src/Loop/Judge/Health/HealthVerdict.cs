using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Whether data still arrives as it used to.</summary>
public sealed record HealthVerdict
{
    /// <summary>The graver of <see cref="Freshness"/> and <see cref="Volume"/>: Fail, then Inconclusive, then Pass; Error when no batch ever arrived.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether batches still arrive.</summary>
    public required Verdict Freshness { get; init; }

    /// <summary>Whether the latest batch is about as large as those before.</summary>
    public required Verdict Volume { get; init; }

    /// <summary>Time since the latest batch; null when there never was one.</summary>
    public TimeSpan? Silence { get; init; }

    /// <summary>Time without a batch that is put up with; null when nothing is usual yet.</summary>
    public TimeSpan? MaximumSilence { get; init; }

    /// <summary>Rows of the latest batch over the usual; null when nothing is usual yet.</summary>
    public double? VolumeRatio { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The latest batches, oldest first.</summary>
    public required ImmutableArray<ArrivedRows> Arrivals { get; init; }

    /// <summary>When it was looked, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The options used.</summary>
    public required HealthOptions Options { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = HealthPolicy.Rule;
}

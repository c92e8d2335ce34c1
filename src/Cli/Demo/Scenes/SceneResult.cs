using System.Collections.Immutable;

namespace Homeostat.Cli;

/// <summary>What became of a scene. Times are since the start of the demo; null: it never was.</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Title">What it shows.</param>
internal sealed record SceneResult(int Number, string Title)
{
    /// <summary>What was done to the world.</summary>
    public string Injected { get; init; } = "nothing";

    /// <summary>When it could be seen first.</summary>
    public TimeSpan? InjectedAt { get; init; }

    /// <summary>When the loop knew.</summary>
    public TimeSpan? DetectedAt { get; init; }

    /// <summary>What the loop did.</summary>
    public string Done { get; init; } = "nothing";

    /// <summary>When everything was right again.</summary>
    public TimeSpan? RecoveredAt { get; init; }

    /// <summary>Requests that callers sent during the scene.</summary>
    public long Requests { get; init; }

    /// <summary>Of them failed.</summary>
    public long Failed { get; init; }

    /// <summary>What was not as expected; empty when everything was.</summary>
    public ImmutableArray<Unmet> Wrong { get; init; } = [];
}

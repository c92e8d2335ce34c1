namespace Homeostat.Emulator;

/// <summary>A request to score.</summary>
/// <param name="Body">Its body.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="RequestId">The id that the caller gave, or that it got: the same for its mirrored copies.</param>
/// <param name="At">When it came.</param>
internal sealed record ScoringCall(byte[] Body, string ContentType, string RequestId, DateTimeOffset At)
{
    /// <summary>Path and query, as payload logging tells them.</summary>
    internal string Path { get; init; } = "/score";
}

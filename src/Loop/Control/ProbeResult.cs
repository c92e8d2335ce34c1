namespace Homeostat.Loop;

/// <summary>What a scoring probe got.</summary>
/// <param name="Succeeded">Whether there was an answer.</param>
/// <param name="Deployment">Who answered.</param>
/// <param name="Text">The answer, or what went wrong.</param>
public sealed record ProbeResult(bool Succeeded, string? Deployment, string Text);

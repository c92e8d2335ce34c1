namespace Homeostat.LocalHost;

/// <summary>Activities that run beside all others, so many at a time.</summary>
/// <param name="Maximum">How many, 1 or more.</param>
/// <param name="Activities">Their names.</param>
public sealed record ActivityLane(int Maximum, IReadOnlySet<string> Activities);

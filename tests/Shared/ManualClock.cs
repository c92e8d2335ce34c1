namespace Homeostat.Tests.Shared;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

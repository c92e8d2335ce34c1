using Homeostat.LocalHost;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>The time it really is, as services far away know it: it passes with the host's clock, and does not jump when that is set.</summary>
internal sealed class RealTime(ManualTime host) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(host.GetTimestamp(), TimeSpan.Zero);
}

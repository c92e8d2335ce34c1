using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

internal sealed record FakeDeployment(string Version, DateTimeOffset ReadyAt, string? Fails)
{
    internal DeploymentState At(string name, DateTimeOffset now)
    {
        var status = now < ReadyAt ? DeploymentStatus.Pending : Fails is null ? DeploymentStatus.Ready : DeploymentStatus.Failed;
        return new DeploymentState(name, Version, status) { Reason = status == DeploymentStatus.Failed ? Fails : null };
    }
}

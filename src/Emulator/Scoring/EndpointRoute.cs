using System.Collections.Frozen;

namespace Homeostat.Emulator;

/// <summary>How an endpoint's requests go, as one picture of its state: taken anew with every change, never changed itself.</summary>
internal sealed record EndpointRoute
{
    internal required string Name { get; init; }

    /// <summary>Key, AMLToken or AADToken.</summary>
    internal required string AuthMode { get; init; }

    internal required string PrimaryKey { get; init; }

    internal required string SecondaryKey { get; init; }

    internal required FrozenDictionary<string, DeploymentRoute> Deployments { get; init; }

    /// <summary>Who answers a draw from 0 to 99; empty without traffic.</summary>
    internal required DeploymentRoute[] Live { get; init; }

    /// <summary>Who gets a copy at a draw from 0 to 99; shorter than 100, nobody beyond.</summary>
    internal required DeploymentRoute[] Mirrored { get; init; }
}

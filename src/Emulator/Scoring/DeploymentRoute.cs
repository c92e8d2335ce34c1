namespace Homeostat.Emulator;

/// <summary>A deployment as requests see it.</summary>
internal sealed record DeploymentRoute
{
    internal required string Endpoint { get; init; }

    internal required string Name { get; init; }

    /// <summary>Its resource id, the source of what is collected.</summary>
    internal required string Id { get; init; }

    internal required DeploymentHost Host { get; init; }

    internal required DeploymentMeter Meter { get; init; }

    /// <summary>A model that takes longer is answered for with 408.</summary>
    internal required TimeSpan Timeout { get; init; }

    /// <summary>More requests at once are refused with 429.</summary>
    internal required int MostPending { get; init; }

    internal required CollectorSettings Collector { get; init; }
}

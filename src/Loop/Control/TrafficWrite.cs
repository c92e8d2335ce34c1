namespace Homeostat.Loop;

/// <summary>Traffic to be written.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Split">Who gets what.</param>
public sealed record TrafficWrite(string Endpoint, TrafficSplit Split)
{
    /// <summary>Whose traffic it is; null from a host that did not know leases yet.</summary>
    public string? Model { get; init; }

    /// <summary>When it was decided, UTC: what a person wrote directly since then stays.</summary>
    public DateTimeOffset DecidedAt { get; init; }
}

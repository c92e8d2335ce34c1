namespace Homeostat.Loop;

/// <summary>What a deployment answered over [From, To).</summary>
/// <param name="Model">The model.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Deployment">The deployment.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
public sealed record WindowQuery(string Model, string Endpoint, string Deployment, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Version of the champion before the rollout: its reference says how answers are grouped in all windows of a rollout; null: not known.</summary>
    public string? ChampionVersion { get; init; }

    /// <summary>The folder of the data collector's files.</summary>
    public string CollectorRoot { get; init; } = new CollectorOptions().Root;

    /// <summary>Whether answers are read from logged responses: <see cref="CollectorOptions.Payloads"/>.</summary>
    public bool Payloads { get; init; }

    /// <summary>The deployment that gets the same requests, whose answers are compared one by one; null: none does.</summary>
    public string? PairedWith { get; init; }
}

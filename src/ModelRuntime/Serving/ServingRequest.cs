namespace Homeostat.ModelRuntime;

/// <summary>What <c>homeostat model serve</c> is asked.</summary>
/// <param name="Model">The model's folder.</param>
/// <param name="Port">Where to listen; 0: any free port.</param>
public sealed record ServingRequest(string Model, int Port)
{
    /// <summary>The address to listen on. Default loopback.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Id of a process; when it ends, serving ends. Null: it does not matter.</summary>
    public int? Parent { get; init; }

    /// <summary>Bytes a request may have. Default 16 MiB.</summary>
    public int MostRequestBytes { get; init; } = 16 << 20;
}

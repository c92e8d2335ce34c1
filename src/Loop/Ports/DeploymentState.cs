namespace Homeostat.Loop;

/// <summary>A deployment as it read at one moment.</summary>
/// <param name="Name">The deployment.</param>
/// <param name="ModelVersion">The version it serves; null when it cannot be told.</param>
/// <param name="Status">Whether it can serve.</param>
public sealed record DeploymentState(string Name, string? ModelVersion, DeploymentStatus Status)
{
    /// <summary>Why it failed, when it did.</summary>
    public string? Reason { get; init; }
}

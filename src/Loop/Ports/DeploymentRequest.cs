namespace Homeostat.Loop;

/// <summary>A deployment to be made.</summary>
/// <param name="Name">The deployment: lower-case letters, digits and <c>-</c>, at most 32.</param>
/// <param name="Model">The registered model.</param>
/// <param name="ModelVersion">Its version.</param>
public sealed record DeploymentRequest(string Name, string Model, string ModelVersion)
{
    /// <summary>Size of the machine.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Number of machines.</summary>
    public int InstanceCount { get; init; } = 1;
}

namespace Homeostat.Emulator;

/// <summary>An online deployment.</summary>
internal sealed class DeploymentRecord
{
    /// <summary>Its name as it was first written.</summary>
    public required string Name { get; init; }

    /// <summary>The resource.</summary>
    public ResourceContent Content { get; init; } = new();
}

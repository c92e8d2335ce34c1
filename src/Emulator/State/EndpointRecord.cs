using System.Text.Json.Serialization;

namespace Homeostat.Emulator;

/// <summary>An online endpoint.</summary>
internal sealed class EndpointRecord
{
    /// <summary>Its name as it was first written; names are compared without case.</summary>
    public required string Name { get; init; }

    /// <summary>The resource.</summary>
    public ResourceContent Content { get; init; } = new();

    /// <summary>How often each key was made anew.</summary>
    public int PrimaryKey { get; set; }

    /// <inheritdoc cref="PrimaryKey"/>
    public int SecondaryKey { get; set; }

    /// <summary>Keys that somebody chose, in place of made ones.</summary>
    public string? ChosenPrimaryKey { get; set; }

    /// <inheritdoc cref="ChosenPrimaryKey"/>
    public string? ChosenSecondaryKey { get; set; }

    /// <summary>Its deployments.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, DeploymentRecord> Deployments { get; } = new(StringComparer.OrdinalIgnoreCase);
}

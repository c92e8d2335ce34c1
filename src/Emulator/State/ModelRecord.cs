using System.Text.Json.Serialization;

namespace Homeostat.Emulator;

/// <summary>A registered model: a container, and its versions.</summary>
internal sealed class ModelRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The container.</summary>
    public ResourceContent Content { get; init; } = new();

    /// <summary>The version written last.</summary>
    public string? LatestVersion { get; set; }

    /// <summary>Its versions.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, ResourceContent> Versions { get; } = new(StringComparer.OrdinalIgnoreCase);
}

using System.Text.Json.Serialization;

namespace Homeostat.Emulator;

/// <summary>Everything that survives a restart.</summary>
internal sealed class WorkspaceState
{
    /// <summary>Form of the file.</summary>
    public int Version { get; set; } = 1;

    /// <summary>How often the emulator was started on it.</summary>
    public int Starts { get; set; }

    /// <summary>Number of the last operation.</summary>
    public long LastOperation { get; set; }

    /// <summary>Online endpoints.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, EndpointRecord> Endpoints { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Operations; those that ended a while ago are forgotten.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, OperationRecord> Operations { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Registered models.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, ModelRecord> Models { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Jobs.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, JobRecord> Jobs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Autoscale settings, as they were written.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedDictionary<string, ResourceContent> AutoscaleSettings { get; } = new(StringComparer.OrdinalIgnoreCase);
}

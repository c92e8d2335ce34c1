using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What is kept of any resource: what is in force, and what reads still show.</summary>
internal sealed class ResourceContent
{
    /// <summary>As it was written: location, tags, identity, sku, properties.</summary>
    public JsonObject Body { get; set; } = [];

    /// <summary>What reads show until <see cref="OldUntil"/>, though it is in force no more.</summary>
    public JsonObject? Old { get; set; }

    /// <summary>When reads catch up.</summary>
    public DateTimeOffset OldUntil { get; set; }

    /// <summary>Provisioning state, or a job's status.</summary>
    public string State { get; set; } = ProvisioningState.Succeeded;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was written last.</summary>
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The operation that runs on it.</summary>
    public string? Operation { get; set; }

    /// <summary>The last operation, whose address is told with the resource.</summary>
    public string? LastOperation { get; set; }

    /// <summary>Why it failed, or what is odd about its success: the emulator's own word, in <c>properties.properties</c>.</summary>
    public string? Remark { get; set; }

    internal JsonObject Properties => Body["properties"] as JsonObject ?? [];

    /// <summary>What a read shows at this moment.</summary>
    internal JsonObject Shown(DateTimeOffset now) => Old is not null && now < OldUntil ? Old : Body;

    /// <summary>Brings new content into force; reads follow after the lag.</summary>
    internal void Replace(JsonObject body, DateTimeOffset now, TimeSpan lag)
    {
        Old = lag > TimeSpan.Zero ? Shown(now) : null;
        OldUntil = now + lag;
        Body = body;
    }
}

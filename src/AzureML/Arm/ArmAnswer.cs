using System.Text.Json.Nodes;

namespace Homeostat.AzureML;

/// <summary>A resource as it was read.</summary>
/// <param name="Body">All of it.</param>
/// <param name="ETag">What a conditional write names; null when the service gave none.</param>
internal sealed record ArmAnswer(JsonObject Body, string? ETag)
{
    /// <summary>The member <c>properties</c>; empty when there is none.</summary>
    internal JsonObject Properties => Body["properties"] as JsonObject ?? [];
}

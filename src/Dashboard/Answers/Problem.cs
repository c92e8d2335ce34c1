using System.Text.Json.Serialization;

namespace Homeostat.Dashboard;

/// <summary>Problem details, RFC 9457.</summary>
/// <param name="Type">Names the kind of problem; leads to its explanation.</param>
/// <param name="Title">The kind in words, always the same.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened, why it matters, what to do.</param>
/// <param name="Code">The stable code.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>What was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instance { get; init; }
}

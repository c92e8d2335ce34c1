using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.Dashboard;

/// <summary>One record.</summary>
internal sealed record RecordView(long Sequence, DateTimeOffset At, string Id, string Kind, string Summary)
{
    /// <summary>One plain sentence, as lists show it.</summary>
    public required string Text { get; init; }

    /// <summary>Null: not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Evidence { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }
}

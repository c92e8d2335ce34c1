using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>A span of time: ISO 8601 or the short form.</summary>
/// <param name="canBeZero">Whether no time at all is allowed.</param>
internal sealed class DurationForm(bool canBeZero) : ScalarForm<TimeSpan>
{
    // Far beyond any use, near enough that no date computed with it leaves the calendar.
    private static readonly TimeSpan s_most = TimeSpan.FromDays(3650);

    protected override string Expected => $"a duration {(canBeZero ? "" : "above zero ")}of at most 3,650 days, as in \"10m\", \"24h\", \"7d\" or \"PT10M\"";

    internal override JsonNode? Node(TimeSpan value) => JsonValue.Create(Durations.Iso(value));

    internal override JsonObject Describe(TimeSpan empty, Func<string, string> docs) => new() { ["type"] = "string", ["pattern"] = Durations.Pattern };

    protected override bool TryParse(JsonElement json, out TimeSpan value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String && Durations.TryParse(json.GetString()!, out value);
    }

    protected override bool Allows(TimeSpan value) => value <= s_most && (canBeZero ? value >= TimeSpan.Zero : value > TimeSpan.Zero);

    protected override string Shown(TimeSpan value) => $"\"{Durations.Iso(value)}\"";

    protected override string Hint(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number ? $"; which unit is meant? \"{JsonWords.Of(json)}s\" are seconds" : "";
}

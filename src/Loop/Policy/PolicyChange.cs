using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>One field in which two policies differ.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
internal sealed record PolicyChange(string Pointer)
{
    /// <summary>What it was; null when it was not there.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>What it is; null when it is not there any more.</summary>
    public JsonElement? After { get; init; }

    /// <summary>"/bake/time 2h -> 4h".</summary>
    public override string ToString() => $"{Pointer} {Say(Before)} -> {Say(After)}";

    private static string Say(JsonElement? value) => value is { } there ? Words.Clean(there.ValueKind == JsonValueKind.String ? there.GetString()! : there.GetRawText()) : "(default)";
}

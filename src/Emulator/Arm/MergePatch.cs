using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>JSON merge patch (RFC 7396): objects are merged, null takes away, everything else replaces.</summary>
internal static class MergePatch
{
    internal static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null) target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject below) Apply(below, inner);
            else target[name] = value.DeepClone();
        }
    }
}

using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>A PATCH takes few members; whatever else it has would silently not be written.</summary>
internal static class PatchRules
{
    internal static ArmAnswer? Refuse(JsonObject body, string form, params string[] members)
    {
        string? other = body.Select(member => member.Key).FirstOrDefault(name => !members.Contains(name, StringComparer.Ordinal));
        return other is null
            ? null
            : ArmAnswer.Error(400, "InvalidRequestContent",
                $"Could not find member '{other}' on object of type '{form}'. A PATCH changes {string.Join(" and ", members)} only. Read the whole resource, change '{other}', and PUT it.");
    }
}

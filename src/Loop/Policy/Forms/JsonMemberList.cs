using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>The members of an object in a file; unknown, repeated and misplaced ones are told.</summary>
internal static class JsonMemberList
{
    /// <summary>The members that can be used; null when this is no object.</summary>
    /// <param name="json">What should be an object.</param>
    /// <param name="place">Takes what is wrong.</param>
    /// <param name="known">The names allowed; null: any.</param>
    internal static List<JsonProperty>? Of(JsonElement json, Place place, string[]? known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            place.Refuse(JsonWords.Of(json), "an object");
            return null;
        }
        var members = new List<JsonProperty>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (known is not null && !known.Contains(member.Name)) place.Member(member.Name).Error(Unknown(member.Name, known));
            else if (!seen.Add(member.Name)) place.Member(member.Name).Error("is there twice");
            else members.Add(member);
        }
        return members;
    }

    private static string Unknown(string name, string[] known) => NearMiss.Of(name, known) is { } near
        ? $"is not known, did you mean '{near}'?"
        : $"is not known, expected one of {string.Join(", ", known.Where(other => other[0] != '$'))}";
}

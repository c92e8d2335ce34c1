using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>An object with known members.</summary>
/// <typeparam name="T">The record that it stands for.</typeparam>
/// <param name="members">Its members, in the order in which they are read, written and described.</param>
/// <param name="alsoKnown">Names that are read over.</param>
internal sealed class ObjectForm<T>(Member<T>[] members, params string[] alsoKnown) : Form<T>
{
    private readonly string[] _names = [.. members.Select(member => member.Name), .. alsoKnown];

    internal override bool HasDefault => false;

    internal IReadOnlyList<Member<T>> Members => members;

    internal override T Read(JsonElement json, T from, Place place)
    {
        if (JsonMemberList.Of(json, place, _names) is not { } given) return from;
        var target = from;
        // In our order, not in the file's: what a member means may depend on one before it.
        foreach (var member in members)
            foreach (var property in given.Where(property => property.NameEquals(member.Name)))
                target = member.Read(property.Value, target, place.Member(member.Name));
        return target;
    }

    internal override void Check(T value, Place place)
    {
        foreach (var member in members) member.Check(value, place.Member(member.Name));
    }

    internal override JsonNode? Node(T value)
    {
        var node = new JsonObject();
        foreach (var member in members) member.TryWrite(value, node);
        return node;
    }

    internal override JsonObject Describe(T empty, Func<string, string> docs)
    {
        var properties = new JsonObject();
        foreach (string name in alsoKnown) properties[name] = new JsonObject { ["description"] = "Where the form of this file is described.", ["type"] = "string" };
        foreach (var member in members) properties[member.Name] = member.Describe(empty, docs);
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }
}

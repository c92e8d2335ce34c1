using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>Values by name: an object in the file, a list in the record.</summary>
/// <typeparam name="T">One value, which knows its name.</typeparam>
/// <param name="item">Its form, without the name.</param>
/// <param name="named">What an item of a name is of which the file says nothing else.</param>
/// <param name="nameOf">Its name.</param>
internal sealed class MapForm<T>(Form<T> item, Func<string, T> named, Func<T, string> nameOf) : Form<ImmutableArray<T>>
{
    internal override bool HasDefault => false;

    internal override ImmutableArray<T> Read(JsonElement json, ImmutableArray<T> from, Place place)
    {
        if (JsonMemberList.Of(json, place, known: null) is not { } members) return from;
        return [.. members.Select(member => item.Read(member.Value, named(member.Name), place.Member(member.Name)))];
    }

    internal override void Check(ImmutableArray<T> value, Place place)
    {
        if (value.IsDefault)
        {
            place.Error("was never given a list, expected one, if only an empty one");
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in value)
        {
            if (!seen.Add(nameOf(entry))) place.Member(nameOf(entry)).Error("is there twice");
            item.Check(entry, place.Member(nameOf(entry)));
        }
    }

    internal override JsonNode? Node(ImmutableArray<T> value)
    {
        var members = new JsonObject();
        foreach (var entry in value) members[nameOf(entry)] = item.Node(entry);
        return members;
    }

    internal override JsonObject Describe(ImmutableArray<T> empty, Func<string, string> docs) =>
        new() { ["type"] = "object", ["additionalProperties"] = item.Describe(named(""), docs) };
}

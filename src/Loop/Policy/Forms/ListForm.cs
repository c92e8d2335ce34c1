using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>A list of values of one form.</summary>
/// <typeparam name="T">One value.</typeparam>
/// <param name="item">Its form.</param>
/// <param name="empty">What an item is of which the file says nothing.</param>
internal sealed class ListForm<T>(Form<T> item, T empty) : Form<ImmutableArray<T>>
{
    internal override ImmutableArray<T> Read(JsonElement json, ImmutableArray<T> from, Place place)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            place.Refuse(JsonWords.Of(json), "a list");
            return from;
        }
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var element in json.EnumerateArray()) items.Add(item.Read(element, empty, place.Item(items.Count)));
        return items.ToImmutable();
    }

    internal override void Check(ImmutableArray<T> value, Place place)
    {
        if (value.IsDefault) place.Error("was never given a list, expected one, if only an empty one");
        else for (int i = 0; i < value.Length; i++) item.Check(value[i], place.Item(i));
    }

    internal override JsonNode? Node(ImmutableArray<T> value) => new JsonArray([.. value.Select(item.Node)]);

    internal override JsonObject Describe(ImmutableArray<T> ifSilent, Func<string, string> docs) =>
        new() { ["type"] = "array", ["items"] = item.Describe(empty, docs) };
}

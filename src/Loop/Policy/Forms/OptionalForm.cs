using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>A value, or null.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="inner">The value's form.</param>
/// <param name="meaning">What null stands for, to be read after "null for".</param>
internal sealed class OptionalForm<T>(Form<T> inner, string meaning) : Form<T?>
    where T : struct
{
    internal override T? Read(JsonElement json, T? from, Place place)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        int before = place.Problems.Count;
        var value = inner.Read(json, from ?? default, place.OrNull(meaning));
        return place.Problems.Count == before ? value : from;
    }

    internal override void Check(T? value, Place place)
    {
        if (value is { } given) inner.Check(given, place.OrNull(meaning));
    }

    internal override JsonNode? Node(T? value) => value is { } given ? inner.Node(given) : null;

    internal override JsonObject Describe(T? empty, Func<string, string> docs) => OrNull.To(inner.Describe(empty ?? default, docs));
}

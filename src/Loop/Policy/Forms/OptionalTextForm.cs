using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>A text, or null.</summary>
/// <param name="inner">The text's form.</param>
/// <param name="meaning">What null stands for, to be read after "null for".</param>
internal sealed class OptionalTextForm(TextForm inner, string meaning) : Form<string?>
{
    internal override string? Read(JsonElement json, string? from, Place place)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        int before = place.Problems.Count;
        string value = inner.Read(json, "", place.OrNull(meaning));
        return place.Problems.Count == before ? value : from;
    }

    internal override void Check(string? value, Place place)
    {
        if (value is not null) inner.Check(value, place.OrNull(meaning));
    }

    internal override JsonNode? Node(string? value) => value is null ? null : inner.Node(value);

    internal override JsonObject Describe(string? empty, Func<string, string> docs) => OrNull.To(inner.Describe("", docs));
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>One of a few words: the members of an enumeration in lower camel case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumForm<T> : ScalarForm<T>
    where T : struct, Enum
{
    private readonly T[] _values = Enum.GetValues<T>();
    private readonly string[] _words = [.. Enum.GetNames<T>().Select(JsonWords.Camel)];

    protected override string Expected => JsonWords.Either(_words);

    internal override JsonNode? Node(T value) => JsonValue.Create(Word(value));

    internal override JsonObject Describe(T empty, Func<string, string> docs)
    {
        var names = Enum.GetNames<T>();
        string meanings = string.Join(" ", _words.Select((word, i) => $"{word}: {docs($"F:{typeof(T).FullName}.{names[i]}")}"));
        return new JsonObject { ["description"] = meanings, ["enum"] = new JsonArray([.. _words.Select(word => (JsonNode)word)]) };
    }

    protected override bool TryParse(JsonElement json, out T value)
    {
        int place = json.ValueKind == JsonValueKind.String ? Array.IndexOf(_words, json.GetString()) : -1;
        value = place < 0 ? default : _values[place];
        return place >= 0;
    }

    protected override bool Allows(T value) => Enum.IsDefined(value);

    protected override string Shown(T value) => Word(value);

    protected override string Hint(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && NearMiss.Of(json.GetString()!, _words) is { } near ? $", did you mean '{near}'?" : "";

    private static string Word(T value) => JsonWords.Camel(value.ToString());
}

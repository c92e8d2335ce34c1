using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>What stands in a file, in words.</summary>
internal static class JsonWords
{
    private const int Longest = 40;

    internal static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Short(json.GetRawText()),
    };

    internal static string Quoted(string text) => Short($"\"{text}\"");

    /// <summary>"canary" of Canary, "blueGreen" of BlueGreen.</summary>
    internal static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>"a, b or c".</summary>
    internal static string Either(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";

    private static string Short(string text)
    {
        if (text.Length <= Longest) return text;
        int cut = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return text[..cut] + "…";
    }
}

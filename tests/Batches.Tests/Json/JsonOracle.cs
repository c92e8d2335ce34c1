using System.Text.Json;

namespace Homeostat.Batches.Tests.Json;

/// <summary>What the framework's own JSON reader makes of a row: slow, strict, written by others.</summary>
internal static class JsonOracle
{
    /// <summary>The row's values; null when the line is no JSON object.</summary>
    internal static string?[]? Read(ReadOnlySpan<byte> line, IReadOnlyDictionary<string, int> columns)
    {
        var row = new string?[columns.Count];
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 64 });
            using var document = JsonDocument.ParseValue(ref reader);
            while (reader.Read()) continue;
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            Flatten(document.RootElement, "", columns, row);
            return row;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same, and null also for texts the framework cannot give, such as half of a surrogate pair.</summary>
    internal static string?[]? ReadLenient(ReadOnlySpan<byte> line, IReadOnlyDictionary<string, int> columns)
    {
        try
        {
            return Read(line, columns);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Flatten(JsonElement element, string prefix, IReadOnlyDictionary<string, int> columns, string?[] row)
    {
        foreach (var member in element.EnumerateObject().DistinctLast())
        {
            string path = prefix + member.Name;
            if (member.Value.ValueKind == JsonValueKind.Object) Flatten(member.Value, path + ".", columns, row);
            else if (columns.TryGetValue(path, out int column)) row[column] = TextOf(member.Value);
        }
    }

    private static IEnumerable<JsonProperty> DistinctLast(this JsonElement.ObjectEnumerator members) =>
        members.Reverse().DistinctBy(member => member.Name, StringComparer.Ordinal).Reverse();

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace Homeostat.Batches;

/// <summary>Reads one schema file and collects every error on the way, so that one run shows them all.</summary>
internal sealed class SchemaOverridesReader(string fileName)
{
    private readonly List<string> _errors = [];

    internal SchemaOverrides Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        try
        {
            if (!Utf8.IsValid(json)) throw new InvalidOperationException("Not UTF-8.");
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            using var document = JsonDocument.ParseValue(ref reader);
            while (reader.Read()) continue;
            var overrides = ReadRoot(document.RootElement);
            return _errors.Count == 0 ? overrides : throw Invalid();
        }
        catch (JsonException e)
        {
            _errors.Add($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: this is no JSON");
            throw Invalid();
        }
        catch (InvalidOperationException)
        {
            _errors.Add("a text is not UTF-8 or holds half of a surrogate pair");
            throw Invalid();
        }
    }

    private SchemaOverrides ReadRoot(JsonElement root)
    {
        var overrides = SchemaOverrides.None;
        if (!IsObject(root, "")) return overrides;
        foreach (var member in Members(root, ""))
        {
            string pointer = "/" + Escape(member.Name);
            if (member.Name == "columns") overrides = overrides with { Columns = ReadColumns(member.Value, pointer) };
            else if (member.Name == "missing") overrides = overrides with { MissingTokens = ReadMissing(member.Value, pointer) };
            else if (member.Name != "$schema") Unknown(pointer, member.Name, ["columns", "missing"]);
        }
        return overrides;
    }

    private ImmutableArray<ColumnOverride> ReadColumns(JsonElement columns, string pointer)
    {
        if (!IsObject(columns, pointer)) return [];
        var overrides = ImmutableArray.CreateBuilder<ColumnOverride>();
        foreach (var member in Members(columns, pointer)) overrides.Add(ReadColumn(member, $"{pointer}/{Escape(member.Name)}"));
        return overrides.ToImmutable();
    }

    private ColumnOverride ReadColumn(JsonProperty column, string pointer)
    {
        var entry = new ColumnOverride(column.Name, null, null);
        if (!IsObject(column.Value, pointer)) return entry;
        foreach (var member in Members(column.Value, pointer))
        {
            string at = $"{pointer}/{Escape(member.Name)}";
            if (member.Name == "type") entry = entry with { Type = SchemaWords.TypeOf(Word(member.Value, at, SchemaWords.Types)) };
            else if (member.Name == "role") entry = entry with { Role = SchemaWords.RoleOf(Word(member.Value, at, SchemaWords.Roles)) };
            else Unknown(at, member.Name, ["type", "role"]);
        }
        return entry;
    }

    private ImmutableArray<string> ReadMissing(JsonElement missing, string pointer)
    {
        if (missing.ValueKind != JsonValueKind.Array)
        {
            _errors.Add($"{pointer}: an array of texts was expected, {Describe(missing)} was found");
            return [];
        }
        var tokens = ImmutableArray.CreateBuilder<string>();
        foreach (var token in missing.EnumerateArray())
        {
            string at = $"{pointer}/{tokens.Count}";
            if (token.ValueKind != JsonValueKind.String) _errors.Add($"{at}: a text was expected, {Describe(token)} was found; put it in quotes");
            tokens.Add(token.ValueKind == JsonValueKind.String ? token.GetString()! : "");
        }
        return tokens.ToImmutable();
    }

    private string? Word(JsonElement value, string pointer, string[] allowed)
    {
        string? word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (word is not null && allowed.Contains(word, StringComparer.Ordinal)) return word;
        string hint = word is not null && SchemaWords.Nearest(word, allowed) is { } near ? $"; did you mean \"{near}\"?" : ";";
        _errors.Add($"{pointer}: {Describe(value)} is not allowed{hint} one of {string.Join(", ", allowed)} is");
        return null;
    }

    private void Unknown(string pointer, string name, string[] allowed)
    {
        string hint = SchemaWords.Nearest(name, allowed) is { } near ? $"did you mean \"{near}\"? " : "";
        _errors.Add($"{pointer}: there is no such member; {hint}{string.Join(" and ", allowed)} are");
    }

    // A member named twice: which one counts would be a guess.
    private List<JsonProperty> Members(JsonElement element, string pointer)
    {
        var members = new List<JsonProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (names.Add(member.Name)) members.Add(member);
            else _errors.Add($"{pointer}/{Escape(member.Name)}: it is there twice");
        }
        return members;
    }

    private bool IsObject(JsonElement element, string pointer)
    {
        if (element.ValueKind == JsonValueKind.Object) return true;
        _errors.Add($"{(pointer.Length == 0 ? "the whole file" : pointer)}: an object was expected, {Describe(element)} was found");
        return false;
    }

    private static string Describe(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object) return "an object";
        if (element.ValueKind is JsonValueKind.Array) return "an array";
        string raw = element.GetRawText();
        return raw.Length <= 40 ? raw : raw[..40] + "...";
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private BadInputException Invalid() => new(
        ErrorCodes.SchemaInvalid,
        $"{fileName} has {(_errors.Count == 1 ? "an error" : $"{_errors.Count} errors")}: {string.Join("; ", _errors)}.",
        "A column read as the wrong type is judged wrongly.",
        "Correct the file; schemas/schema-overrides.schema.json describes its form.");
}

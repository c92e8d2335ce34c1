using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.Loop;

/// <summary>How the journal writes JSON: camelCase, enums as names, no indentation, readable beyond ASCII.</summary>
internal static class JournalJson
{
    // A line is one object deeper than its evidence, so what could be written must be readable again.
    private const int MaxDepth = 1000;

    /// <summary>For evidence made from records.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        MaxDepth = MaxDepth - 1,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    internal static JsonDocumentOptions Reader { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>A value as evidence.</summary>
    internal static JsonElement Evidence<T>(T value) => JsonSerializer.SerializeToElement(value, Options);
}

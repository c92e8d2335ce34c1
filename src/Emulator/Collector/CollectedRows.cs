using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Homeostat.Emulator;

/// <summary>Rows as pandas records, compact, from what a caller sent or a model answered.</summary>
internal static class CollectedRows
{
    /// <summary>The column of an answer that is a plain value.</summary>
    internal const string Column = "prediction";

    /// <summary>Plain values become rows of one column.</summary>
    internal static readonly string[] Scalars = [Column];

    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly string[] s_wrappers = ["data", "input_data", "predictions", "outputs"];

    /// <summary>Writes rows; the reason when there are none.</summary>
    internal static string? Write(byte[] body, string[] scalars, IBufferWriter<byte> target)
    {
        using var document = Parse(body);
        if (document is null || Rows(document.RootElement) is not { } rows) return "NotRows";
        if (rows.EnumerateArray().Any(row => !IsRow(row, scalars))) return "NotRows";
        using var json = new Utf8JsonWriter(target, Compact);
        json.WriteStartArray();
        foreach (var row in rows.EnumerateArray()) WriteRow(json, row);
        json.WriteEndArray();
        return null;
    }

    /// <summary>Writes inputs with the columns of the outputs that they do not have.</summary>
    internal static string? WriteJoined(byte[] request, byte[] answer, IBufferWriter<byte> target)
    {
        using JsonDocument? left = Parse(request), right = Parse(answer);
        if (left is null || right is null || Rows(left.RootElement) is not { } inputs || Rows(right.RootElement) is not { } outputs) return "NotRows";
        if (inputs.GetArrayLength() != outputs.GetArrayLength() || inputs.EnumerateArray().Any(row => !IsRow(row, [])) || outputs.EnumerateArray().Any(row => !IsRow(row, Scalars))) return "NotRows";
        using var json = new Utf8JsonWriter(target, Compact);
        json.WriteStartArray();
        foreach (var (input, output) in inputs.EnumerateArray().Zip(outputs.EnumerateArray()))
        {
            json.WriteStartObject();
            foreach (var member in input.EnumerateObject()) member.WriteTo(json);
            WriteOutput(json, input, output);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return null;
    }

    /// <summary>Writes a payload: JSON as it is, anything else as a text.</summary>
    internal static string? WritePayload(byte[] body, IBufferWriter<byte> target)
    {
        using var document = Parse(body);
        using var json = new Utf8JsonWriter(target, Compact);
        if (document is not null) document.RootElement.WriteTo(json);
        else json.WriteStringValue(Encoding.UTF8.GetString(body));
        return null;
    }

    private static void WriteOutput(Utf8JsonWriter json, JsonElement input, JsonElement output)
    {
        if (output.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in output.EnumerateObject().Where(member => !input.TryGetProperty(member.Name, out _))) member.WriteTo(json);
            return;
        }
        json.WritePropertyName(Column);
        output.WriteTo(json);
    }

    private static void WriteRow(Utf8JsonWriter json, JsonElement row)
    {
        if (row.ValueKind == JsonValueKind.Object)
        {
            row.WriteTo(json);
            return;
        }
        json.WriteStartObject();
        json.WritePropertyName(Column);
        row.WriteTo(json);
        json.WriteEndObject();
    }

    private static bool IsRow(JsonElement row, string[] scalars) =>
        row.ValueKind == JsonValueKind.Object || (scalars.Length > 0 && row.ValueKind is JsonValueKind.Number or JsonValueKind.String or JsonValueKind.True or JsonValueKind.False);

    // A list, or an object that has one under a usual name.
    private static JsonElement? Rows(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        if (root.ValueKind != JsonValueKind.Object) return null;
        foreach (string name in s_wrappers)
            if (root.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Array) return inner;
        return null;
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

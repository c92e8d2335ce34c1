using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Rows as an endpoint takes them: a JSON array of objects with the features, typed by the schema; labels, answers and ids stay home.</summary>
internal static class ScoringRows
{
    internal static ImmutableArray<ColumnSchema> FeaturesOf(IEnumerable<ColumnSchema> columns) => [.. columns.Where(column => column.Role == ColumnRole.Feature)];

    /// <summary>The first row of a batch alone; null when it has none.</summary>
    internal static byte[]? First(BatchInput input, Schema schema)
    {
        var features = FeaturesOf(schema.Columns);
        using var rows = new RowReader(input, [.. features.Select(column => column.Name)], schema.MissingTokens);
        if (!rows.Read()) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            Write(json, rows, features);
            json.WriteEndArray();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>One row; the features are the reader's first columns.</summary>
    internal static void Write(Utf8JsonWriter json, RowReader rows, ImmutableArray<ColumnSchema> features)
    {
        json.WriteStartObject();
        for (int i = 0; i < features.Length; i++)
        {
            json.WritePropertyName(features[i].Name);
            WriteValue(json, rows, i, features[i].Type);
        }
        json.WriteEndObject();
    }

    // What does not read as its type is sent as it stands: the model sees what it would have seen.
    private static void WriteValue(Utf8JsonWriter json, RowReader rows, int column, ColumnType type)
    {
        if (rows.IsMissing(column)) json.WriteNullValue();
        else if (type is ColumnType.Numeric or ColumnType.Integer && rows.TryGetNumber(column, out double number) && double.IsFinite(number)) json.WriteNumberValue(number);
        else if (type == ColumnType.Boolean && bool.TryParse(rows.GetString(column), out bool truth)) json.WriteBooleanValue(truth);
        else json.WriteStringValue(rows.Utf8(column));
    }
}

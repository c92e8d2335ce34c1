using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Writes a <see cref="CheckReport"/> as JSON; the format is schemas/check-report.schema.json.</summary>
/// <remarks>Written member by member, without reflection: a check spends its time on the data.</remarks>
public static class JsonReport
{
    // Relaxed: "->" and names in any script stay readable. The file is never pasted into HTML.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes one JSON object in UTF-8, indented, without a byte order mark; leaves the stream open.</summary>
    public static void Write(CheckReport report, Stream stream)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        Write(report, buffer);
        stream.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes one JSON object in UTF-8, indented, without a byte order mark.</summary>
    public static void Write(CheckReport report, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, s_options)) WriteReport(json, report);
        output.Write("\n"u8);
    }

    private static void WriteReport(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject();
        json.WriteString("verdict"u8, JsonNames.Of(report.Drift.Verdict));
        json.WriteString("conclusion"u8, report.Conclusion);
        WritePair(json, "files"u8, report.ReferenceName, report.CurrentName);
        WritePair(json, "rows"u8, report.Reference.Rows, report.Current.Rows);
        WritePair(json, "raggedRows"u8, report.Reference.RaggedRows, report.Current.RaggedRows);
        if (report.CheckedAt is { } at) json.WriteString("checkedAt"u8, at);
        else json.WriteNull("checkedAt"u8);
        JsonNumbers.Write(json, "elapsedSeconds"u8, report.ElapsedSeconds);
        JsonNumbers.Write(json, "alpha"u8, report.Drift.Options.Alpha);
        WriteColumns(json, report);
        json.WriteStartArray("features"u8);
        foreach (var feature in report.Drift.Features) JsonFeature.Write(json, feature, report.Drift.Options);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartArray("newColumns"u8);
        foreach (string name in report.NewColumns) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("notJudged"u8);
        foreach (var column in report.NotJudged)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, column.Name);
            json.WriteString("why"u8, column.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, ReadOnlySpan<byte> name, long reference, long current)
    {
        json.WriteStartObject(name);
        json.WriteNumber("reference"u8, reference);
        json.WriteNumber("current"u8, current);
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, ReadOnlySpan<byte> name, string reference, string current)
    {
        json.WriteStartObject(name);
        json.WriteString("reference"u8, reference);
        json.WriteString("current"u8, current);
        json.WriteEndObject();
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Homeostat.LocalHost;

/// <summary>
/// A commit as one line of the log: all of it counts, or, torn by a crash, none. The history lines stand in it as they stand in their files.
/// </summary>
internal static class CommitCodec
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(IEnumerable<FileChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteStartArray("changes"u8);
            foreach (var change in changes) Write(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return ChecksummedLine.Of(buffer.WrittenSpan);
    }

    public static IEnumerable<FileChange> Read(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        foreach (var element in json.RootElement.GetProperty("changes").EnumerateArray())
        {
            var file = new HistoryFile(element.GetProperty("instance").GetString()!, element.GetProperty("generation").GetInt32());
            var deleted = element.TryGetProperty("deleted", out _);
            var change = new FileChange(file, deleted ? 0 : element.GetProperty("offset").GetInt64()) { Deleted = deleted };
            if (!deleted) change.Lines.AddRange(element.GetProperty("lines").EnumerateArray().Select(Raw));
            yield return change;
        }
    }

    private static void Write(Utf8JsonWriter json, FileChange change)
    {
        json.WriteStartObject();
        json.WriteString("instance"u8, change.File.Instance);
        json.WriteNumber("generation"u8, change.File.Generation);
        if (change.Deleted)
        {
            json.WriteBoolean("deleted"u8, true);
        }
        else
        {
            json.WriteNumber("offset"u8, change.Offset);
            json.WriteStartArray("lines"u8);
            foreach (var line in change.Lines) json.WriteRawValue(line.Span, skipInputValidation: true);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Raw(JsonElement line) => System.Text.Encoding.UTF8.GetBytes(line.GetRawText());
}

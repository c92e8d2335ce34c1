using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>History events to lines and back.</summary>
internal static class HistoryCodec
{
    /// <summary>The line of an event, with its checksum, without a line end.</summary>
    public static byte[] Write(HistoryEvent written) => ChecksummedLine.Of(JsonSerializer.SerializeToUtf8Bytes(written, DurableJson.Options));

    /// <summary>Every event of a file.</summary>
    /// <exception cref="EngineFolderException">A line is damaged.</exception>
    public static List<HistoryEvent> Read(string path, ReadOnlySpan<byte> content)
    {
        var events = new List<HistoryEvent>();
        while (content.Length > 0)
        {
            var end = content.IndexOf((byte)'\n');
            var line = end < 0 ? content : content[..end];
            if (end < 0 || !ChecksummedLine.IsGood(line)) throw EngineFolderException.Damaged(path, events.Count + 1, "history");
            events.Add(JsonSerializer.Deserialize<HistoryEvent>(line, DurableJson.Options)!);
            content = content[(end + 1)..];
        }
        return events.Count > 0 && events[0].Kind == HistoryKind.Started
            ? events
            : throw EngineFolderException.Damaged(path, 1, "history");
    }
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>
/// A record as a line: one JSON object with its members always in the same order and <c>hash</c> last. The hash is of the very bytes before it,
/// closed with a brace, so no byte of a line can change unnoticed.
/// </summary>
internal static class JournalLine
{
    private const int HexLength = 64;

    private static ReadOnlySpan<byte> BeforeHash => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> AfterHash => "\"}"u8;

    /// <summary>What the first record names as the one before: the hash of nothing.</summary>
    internal static string NoHash { get; } = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>The line of an entry, with its newline.</summary>
    internal static byte[] Write(JournalEntry entry, long sequence, string previous)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, JournalJson.Writer))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteString("at", entry.At.UtcDateTime);
            json.WriteString("id", entry.Id);
            json.WriteString("kind", entry.Kind);
            json.WriteString("summary", entry.Summary);
            json.WritePropertyName("evidence");
            entry.Evidence.WriteTo(json);
            json.WriteString("previous", previous);
            json.WriteEndObject();
        }
        byte[] hash = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body.WrittenSpan)));
        return [.. body.WrittenSpan[..^1], .. BeforeHash, .. hash, .. AfterHash, (byte)'\n'];
    }

    /// <summary>The record on a line without its newline; null when it is none. Whether its hash is right is <see cref="HashOf"/>'s question.</summary>
    internal static JournalRecord? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, JournalJson.Reader);
            var root = json.RootElement;
            return new JournalRecord(
                root.GetProperty("sequence").GetInt64(),
                root.GetProperty("at").GetDateTimeOffset(),
                Text(root, "id"),
                Text(root, "kind"),
                Text(root, "summary"),
                root.GetProperty("evidence").Clone())
            {
                Previous = Text(root, "previous"),
                Hash = Text(root, "hash"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The record on a line whose hash is right; null when it is none.</summary>
    internal static JournalRecord? ReadIntact(ReadOnlyMemory<byte> line) => Read(line) is { } record && HashOf(line.Span) == record.Hash ? record : null;

    /// <summary>The hash a line should have, in hex; null when it does not end as a record does.</summary>
    internal static string? HashOf(ReadOnlySpan<byte> line)
    {
        int body = line.Length - BeforeHash.Length - HexLength - AfterHash.Length;
        if (body < 1 || !line[body..].StartsWith(BeforeHash) || !line.EndsWith(AfterHash)) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(line[..body]);
        hash.AppendData("}"u8);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(JsonElement root, string member) => root.GetProperty(member).GetString() ?? throw new FormatException(member);
}

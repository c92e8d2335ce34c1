using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Homeostat.LocalHost;

/// <summary>
/// A JSON object whose first member, <c>crc</c>, is the CRC-32C of every byte after that member's comma, in eight hex digits. So a file stays
/// JSON lines that any tool reads, and a line that is torn or changed is told from a good one.
/// </summary>
internal static class ChecksummedLine
{
    private const int DigitsAt = 8;
    private const int BodyAt = DigitsAt + 8 + 2;

    private static ReadOnlySpan<byte> Start => "{\"crc\":\""u8;

    private static ReadOnlySpan<byte> Middle => "\","u8;

    /// <summary>Adds the checksum to a JSON object that has at least one member; no line end.</summary>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var body = json[1..];
        var line = new byte[BodyAt + body.Length];
        Start.CopyTo(line);
        Utf8Formatter.TryFormat(Checksum(body), line.AsSpan(DigitsAt), out _, new StandardFormat('x', 8));
        Middle.CopyTo(line.AsSpan(DigitsAt + 8));
        body.CopyTo(line.AsSpan(BodyAt));
        return line;
    }

    /// <summary>Whether a line is as it was written.</summary>
    public static bool IsGood(ReadOnlySpan<byte> line) =>
        line.Length > BodyAt && line.StartsWith(Start) && line[(DigitsAt + 8)..].StartsWith(Middle)
        && Utf8Parser.TryParse(line.Slice(DigitsAt, 8), out uint written, out var digits, 'x') && digits == 8
        && written == Checksum(line[BodyAt..]);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[^(bytes.Length % 8)..]) crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }
}

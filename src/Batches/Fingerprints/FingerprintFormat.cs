using System.Buffers.Binary;
using System.Numerics;

namespace Homeostat.Batches;

/// <summary>The fixed facts of the file format; docs/fingerprint-format.md is the full description.</summary>
internal static class FingerprintFormat
{
    internal const ushort Major = 1;
    internal const ushort Minor = 0;

    internal const int MajorAt = 8;
    internal const int MinorAt = 10;
    internal const int LengthAt = 12;
    internal const int ChecksumAt = 16;
    internal const int HeaderLength = 20;

    /// <summary>Bits of a column's flags.</summary>
    internal const byte HasColumn = 1, HasGrid = 2, HasCategories = 4, HasExample = 8, HasMoments = 16, AllFlags = 31;

    /// <summary>Opens every fingerprint of every version. The first byte is no UTF-8, the line ends show a transfer that changed them.</summary>
    internal static ReadOnlySpan<byte> Magic => [0x8A, (byte)'H', (byte)'S', (byte)'F', (byte)'P', 0x0D, 0x0A, 0x1A];

    /// <summary>CRC-32C of the header before its checksum and of the body.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> body) => ~Add(Add(uint.MaxValue, header[..ChecksumAt]), body);

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte b in bytes) crc = BitOperations.Crc32C(crc, b);
        return crc;
    }
}

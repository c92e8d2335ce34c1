using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>
/// Lists of integers in blocks of 32: one byte says how many bits the largest of a block needs, then each takes that many. A block of zeros
/// is a single byte; neighbours of like size waste little; no branch a value when read.
/// </summary>
internal static class PackedIntegers
{
    internal const int BlockLength = 32;

    // Wider values may lie in nine bytes.
    private const int OneLoad = 57;

    /// <summary>Bytes the list takes at least when packed.</summary>
    internal static int LeastBytes(int count) => (count + BlockLength - 1) / BlockLength;

    /// <summary>Bytes the list takes when packed.</summary>
    internal static int PackedLength(ReadOnlySpan<ulong> values)
    {
        int length = 0;
        for (; !values.IsEmpty; values = values[Math.Min(BlockLength, values.Length)..])
        {
            var block = values[..Math.Min(BlockLength, values.Length)];
            length += 1 + PayloadBytes(block.Length, BitsOf(block));
        }
        return length;
    }

    internal static void Write(ByteWriter writer, ReadOnlySpan<ulong> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(BlockLength, values.Length)..])
        {
            var block = values[..Math.Min(BlockLength, values.Length)];
            int bits = BitsOf(block);
            writer.Byte((byte)bits);
            WriteBlock(writer.Take(PayloadBytes(block.Length, bits)), block, bits);
        }
    }

    [SkipLocalsInit]
    internal static void Read(ref ByteReader reader, scoped Span<ulong> values)
    {
        // Room to load 16 bytes from where the last value starts, whatever its width.
        Span<byte> payload = stackalloc byte[BlockLength * sizeof(ulong) + 16];
        for (; !values.IsEmpty; values = values[Math.Min(BlockLength, values.Length)..])
        {
            var block = values[..Math.Min(BlockLength, values.Length)];
            int bits = reader.Byte();
            if (bits > 64) throw reader.Damaged($"a value has {bits} bits");
            reader.Take(PayloadBytes(block.Length, bits)).CopyTo(payload);
            ReadBlock(payload, block, bits);
        }
    }

    private static void WriteBlock(Span<byte> payload, ReadOnlySpan<ulong> block, int bits)
    {
        UInt128 pending = 0;
        int pendingBits = 0, at = 0;
        foreach (ulong value in block)
        {
            pending |= (UInt128)value << pendingBits;
            for (pendingBits += bits; pendingBits >= 8; pendingBits -= 8, pending >>>= 8) payload[at++] = (byte)pending;
        }
        if (pendingBits > 0) payload[at] = (byte)pending;
    }

    private static void ReadBlock(ReadOnlySpan<byte> payload, Span<ulong> block, int bits)
    {
        ulong mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        for (int i = 0, bit = 0; i < block.Length; i++, bit += bits)
        {
            int at = bit >>> 3, shift = bit & 7;
            ulong low = BinaryPrimitives.ReadUInt64LittleEndian(payload[at..]) >>> shift;
            if (bits <= OneLoad)
            {
                block[i] = low & mask;
                continue;
            }
            // Shifted twice, since a shift by 64 would be one by 0.
            ulong high = (ulong)payload[at + sizeof(ulong)] << (63 - shift) << 1;
            block[i] = (low | high) & mask;
        }
    }

    private static int BitsOf(ReadOnlySpan<ulong> block)
    {
        ulong all = 0;
        foreach (ulong value in block) all |= value;
        return 64 - BitOperations.LeadingZeroCount(all);
    }

    private static int PayloadBytes(int count, int bits) => (count * bits + 7) / 8;
}

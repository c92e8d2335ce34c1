using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Lists of counts: as they are, or as differences where neighbours are alike, whichever is shorter.</summary>
internal static class CountCodec
{
    private const byte Plain = 0;
    private const byte Differences = 1;

    internal static void Write(ByteWriter writer, ReadOnlySpan<long> counts)
    {
        var plain = new ulong[counts.Length];
        var differences = new ulong[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            plain[i] = (ulong)counts[i];
            differences[i] = ZigZag(counts[i] - (i == 0 ? 0 : counts[i - 1]));
        }
        bool alike = PackedIntegers.PackedLength(differences) < PackedIntegers.PackedLength(plain);
        writer.Byte(alike ? Differences : Plain);
        PackedIntegers.Write(writer, alike ? differences : plain);
    }

    internal static ImmutableArray<long> Read(ref ByteReader reader, int count)
    {
        byte kind = reader.Byte();
        if (kind > Differences) throw reader.Damaged($"counts of kind {kind}");
        if (PackedIntegers.LeastBytes(count) > reader.Left) throw reader.Damaged($"{count} counts cannot follow");
        var counts = new long[count];
        PackedIntegers.Read(ref reader, MemoryMarshal.Cast<long, ulong>(counts.AsSpan()));
        long all = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (kind == Differences) counts[i] = UnZigZag((ulong)counts[i]) + (i == 0 ? 0 : counts[i - 1]);
            all |= counts[i];
        }
        return all >= 0 ? ImmutableCollectionsMarshal.AsImmutableArray(counts) : throw reader.Damaged("a negative count");
    }

    /// <summary>Small numbers of either sign as small numbers without one: 0, -1, 1, -2, ... become 0, 1, 2, 3, ...</summary>
    internal static ulong ZigZag(long value) => (ulong)(value << 1) ^ (ulong)(value >> 63);

    /// <summary>Undoes <see cref="ZigZag"/>.</summary>
    internal static long UnZigZag(ulong value) => (long)(value >>> 1) ^ -(long)(value & 1);
}

namespace Homeostat.Batches;

/// <summary>Registers of a distinct sketch: those that are set while they are few, all of them otherwise.</summary>
internal static class SketchCodec
{
    private const byte Sparse = 0;
    private const byte Dense = 1;

    /// <summary>The highest rank a 64-bit hash can have in a register.</summary>
    private const byte MaxRank = 55;

    internal static void Write(ByteWriter writer, DistinctSketch sketch)
    {
        var registers = new ulong[DistinctSketch.RegisterCount];
        int set = 0;
        for (int i = 0; i < registers.Length; i++)
        {
            registers[i] = sketch.Registers[i];
            if (registers[i] != 0) set++;
        }
        bool dense = PackedIntegers.PackedLength(registers) < 2 * set;
        writer.Byte(dense ? Dense : Sparse);
        if (dense) PackedIntegers.Write(writer, registers);
        else WriteSparse(writer, registers, set);
    }

    internal static DistinctSketch Read(ref ByteReader reader)
    {
        byte kind = reader.Byte();
        if (kind > Dense) throw reader.Damaged($"a sketch of kind {kind}");
        var registers = new byte[DistinctSketch.RegisterCount];
        if (kind == Dense) ReadDense(ref reader, registers);
        else ReadSparse(ref reader, registers);
        return new DistinctSketch(registers);
    }

    private static void WriteSparse(ByteWriter writer, ReadOnlySpan<ulong> registers, int set)
    {
        writer.Varint((ulong)set);
        int before = -1;
        for (int i = 0; i < registers.Length; i++)
        {
            if (registers[i] == 0) continue;
            writer.Varint((ulong)(i - before - 1));
            writer.Byte((byte)registers[i]);
            before = i;
        }
    }

    private static void ReadSparse(ref ByteReader reader, byte[] registers)
    {
        int set = reader.Count(DistinctSketch.RegisterCount, leastBytes: 2);
        ulong at = 0;
        for (int i = 0; i < set; i++, at++)
        {
            ulong gap = reader.Varint();
            byte rank = reader.Byte();
            if (gap >= DistinctSketch.RegisterCount || (at += gap) >= DistinctSketch.RegisterCount || rank is 0 or > MaxRank)
                throw reader.Damaged("a register outside the sketch");
            registers[at] = rank;
        }
    }

    private static void ReadDense(ref ByteReader reader, byte[] registers)
    {
        Span<ulong> values = stackalloc ulong[DistinctSketch.RegisterCount];
        PackedIntegers.Read(ref reader, values);
        for (int i = 0; i < registers.Length; i++)
            registers[i] = values[i] <= MaxRank ? (byte)values[i] : throw reader.Damaged($"a rank of {values[i]} in a sketch");
    }
}

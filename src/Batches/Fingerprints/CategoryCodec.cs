using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>The known values of a categorical column: names as they are, hashes as differences.</summary>
internal static class CategoryCodec
{
    internal static void Write(ByteWriter writer, CategoryTable table)
    {
        writer.Varint((ulong)table.Values.Length);
        foreach (string value in table.Values) writer.Text(value);
        writer.Varint((ulong)table.RemainderHashes.Length);
        var differences = table.RemainderHashes.ToArray();
        for (int i = differences.Length - 1; i > 0; i--) differences[i] -= differences[i - 1];
        PackedIntegers.Write(writer, differences);
    }

    internal static CategoryTable Read(ref ByteReader reader)
    {
        var values = new string[reader.Count(CategoryTable.MaxValues, leastBytes: 1)];
        var seen = new HashSet<string>(values.Length, StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
            if (!seen.Add(values[i] = reader.Text())) throw reader.Damaged("a category that is listed twice");
        int count = reader.Count(CategoryTable.MaxKnown, leastBytes: 0);
        if (PackedIntegers.LeastBytes(count) > reader.Left) throw reader.Damaged($"{count} hashes cannot follow");
        var hashes = new ulong[count];
        PackedIntegers.Read(ref reader, hashes);
        for (int i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] == 0 || (hashes[i] += hashes[i - 1]) < hashes[i - 1]) throw reader.Damaged("hashes that do not increase");
        }
        return new CategoryTable(ImmutableCollectionsMarshal.AsImmutableArray(values), ImmutableCollectionsMarshal.AsImmutableArray(hashes));
    }
}

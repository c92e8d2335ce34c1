using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Homeostat.Statistics;
using static Homeostat.Batches.FingerprintFormat;

namespace Homeostat.Batches;

/// <summary>Reads the body of a fingerprint file. Of a newer minor version, what is not known lies at the end of a block and is left out.</summary>
internal static class FingerprintReader
{
    // Name, type, role, flags, six counts, kind of counts, kind of sketch and its count, and the length before all that.
    private const int LeastColumnBytes = 14;

    /// <summary>Reads a body.</summary>
    /// <param name="reader">The body.</param>
    /// <param name="lenient">Whether the file is of a newer minor version, which may hold more than is known here.</param>
    internal static Fingerprint Read(ref ByteReader reader, bool lenient)
    {
        var head = reader.Block();
        long rows = head.Long();
        long raggedRows = head.Long();
        int count = head.Count(reader.Left / LeastColumnBytes, leastBytes: 0);
        var missingTokens = Texts(ref head);
        var unknownColumns = Texts(ref head);
        End(ref head, lenient);
        var columns = ReadColumns(ref reader, count, lenient);
        End(ref reader, lenient);
        return new Fingerprint
        {
            Schema = new Schema(ImmutableArray.CreateRange(columns, static column => column.Schema), missingTokens),
            Columns = columns,
            Rows = rows,
            RaggedRows = raggedRows,
            UnknownColumns = unknownColumns,
        };
    }

    private static ImmutableArray<ColumnFingerprint> ReadColumns(ref ByteReader reader, int count, bool lenient)
    {
        var columns = new ColumnFingerprint[count];
        var names = new HashSet<string>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            var block = reader.Block();
            columns[i] = ReadColumn(ref block, lenient);
            if (!names.Add(columns[i].Schema.Name)) throw block.Damaged("a column that comes twice");
            End(ref block, lenient);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(columns);
    }

    private static ColumnFingerprint ReadColumn(ref ByteReader block, bool lenient)
    {
        var schema = ReadSchema(ref block);
        byte flags = block.Byte();
        bool both = (flags & HasGrid) != 0 && (flags & HasCategories) != 0;
        if (both || (flags > AllFlags && !lenient)) throw block.Damaged($"column flags {flags}");
        Span<long> sums = stackalloc long[6];
        for (int i = 0; i < sums.Length; i++) sums[i] = block.Long();
        string? example = (flags & HasExample) != 0 ? block.Text() : null;
        var grid = (flags & HasGrid) != 0 ? GridCodec.Read(ref block) : null;
        var categories = (flags & HasCategories) != 0 ? CategoryCodec.Read(ref block) : null;
        return new ColumnFingerprint
        {
            Schema = schema,
            Present = (flags & HasColumn) != 0,
            Rows = sums[0],
            Missing = sums[1],
            TypeErrors = sums[2],
            NonIntegers = sums[3],
            OutOfRange = sums[4],
            Unseen = sums[5],
            TypeErrorExample = example,
            Grid = grid,
            Categories = categories,
            Counts = CountCodec.Read(ref block, grid?.CellCount ?? categories?.SlotCount ?? 0),
            Moments = (flags & HasMoments) != 0 ? ReadMoments(ref block) : Moments.Empty,
            Distinct = SketchCodec.Read(ref block),
        };
    }

    private static ColumnSchema ReadSchema(ref ByteReader block)
    {
        string name = block.Text();
        byte type = block.Byte();
        byte role = block.Byte();
        if (type > (byte)ColumnType.Timestamp || role > (byte)ColumnRole.Ignored) throw block.Damaged($"column type {type} with role {role}");
        return new ColumnSchema(name, (ColumnType)type, (ColumnRole)role);
    }

    private static Moments ReadMoments(ref ByteReader block) => new(
        block.Long(),
        block.Long(),
        block.Double(),
        block.Double(),
        new DoubleDouble(block.Double(), block.Double()),
        new DoubleDouble(block.Double(), block.Double()));

    private static ImmutableArray<string> Texts(ref ByteReader block)
    {
        var texts = new string[block.Count(int.MaxValue, leastBytes: 1)];
        for (int i = 0; i < texts.Length; i++) texts[i] = block.Text();
        return ImmutableCollectionsMarshal.AsImmutableArray(texts);
    }

    private static void End(ref ByteReader reader, bool lenient)
    {
        if (reader.Left > 0 && !lenient) throw reader.Damaged($"{reader.Left} bytes too many");
    }
}

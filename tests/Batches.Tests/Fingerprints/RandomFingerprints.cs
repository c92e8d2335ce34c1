using System.Collections.Immutable;
using Homeostat.Statistics;

namespace Homeostat.Batches.Tests.Fingerprints;

/// <summary>Fingerprints of all shapes; for one seed always the same schema and grids, so that they can be merged.</summary>
internal static class RandomFingerprints
{
    internal static Fingerprint Next(int schemaSeed, Random counts)
    {
        var shapes = new Random(schemaSeed);
        var columns = Enumerable.Range(0, shapes.Next(8)).Select(i => Column(i, shapes, counts)).ToImmutableArray();
        return new Fingerprint
        {
            Schema = new Schema([.. columns.Select(column => column.Schema)], shapes.Next(2) == 0 ? Schema.DefaultMissingTokens : ["", "-999", "ключ"]),
            Columns = columns,
            Rows = Count(counts),
            RaggedRows = Count(counts),
            UnknownColumns = counts.Next(2) == 0 ? [] : ["a", "z.東京"],
        };
    }

    /// <summary>Columns of 1,024 cells, each boundary a double of full precision or a decimal of the given digits.</summary>
    internal static Fingerprint Large(int columns, int? digits)
    {
        var random = new Random(50_009);
        ImmutableArray<ColumnFingerprint> all =
        [
            .. Enumerable.Range(0, columns).Select(i => new ColumnFingerprint
            {
                Schema = new ColumnSchema($"column_{i}", ColumnType.Numeric, ColumnRole.Feature),
                Grid = new Grid(Boundaries(random, 1023, digits)),
                Rows = 1_000_000,
                Counts = [.. Enumerable.Range(0, 1024).Select(_ => 1000 + (long)(32 * Normal(random)))],
                Moments = SomeMoments(random),
                Distinct = Sketch(random, 100_000),
            }),
        ];
        return new Fingerprint { Schema = new Schema([.. all.Select(column => column.Schema)], Schema.DefaultMissingTokens), Columns = all, Rows = 1_000_000 };
    }

    internal static ImmutableArray<double> Boundaries(Random random, int count, int? digits)
    {
        var numbers = new SortedSet<double>();
        while (numbers.Count < count)
        {
            double value = 100 * Normal(random);
            numbers.Add(digits is { } kept ? Math.Round(value, kept) : value);
        }
        return [.. numbers];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static ColumnFingerprint Column(int index, Random shapes, Random counts)
    {
        var type = (ColumnType)shapes.Next(6);
        var schema = new ColumnSchema($"column {index} ü", type, (ColumnRole)shapes.Next(8));
        var grid = schema.HasGrid ? new Grid(Grids(shapes)) : null;
        var categories = schema.HasCategories ? Table(shapes) : null;
        return new ColumnFingerprint
        {
            Schema = schema,
            Grid = grid,
            Categories = categories,
            Present = counts.Next(4) > 0,
            Rows = Count(counts),
            Missing = Count(counts),
            TypeErrors = Count(counts),
            NonIntegers = Count(counts),
            OutOfRange = Count(counts),
            Unseen = Count(counts),
            Counts = [.. Counts(counts, grid?.CellCount ?? categories?.SlotCount ?? 0)],
            Moments = counts.Next(3) == 0 ? Moments.Empty : SomeMoments(counts),
            Distinct = Sketch(counts, counts.Next(3) switch { 0 => 0, 1 => 20, _ => 5000 }),
            TypeErrorExample = counts.Next(3) == 0 ? "twelve ½" : null,
        };
    }

    private static ImmutableArray<double> Grids(Random shapes)
    {
        switch (shapes.Next(7))
        {
            case 0: return [];
            case 1: return Boundaries(shapes, shapes.Next(1, 200), null);
            case 2: return Boundaries(shapes, shapes.Next(1, 200), shapes.Next(1, 5));
            case 3: return [.. Enumerable.Range(0, shapes.Next(1, 1025)).SelectMany(i => new[] { i - 500.0, Math.BitIncrement(i - 500.0) })];
            case 4: return [double.NegativeInfinity, double.MinValue, -1, -double.Epsilon, -0.0, double.Epsilon, 0.1, 1e300, double.MaxValue, double.PositiveInfinity];
            case 5: return [-1e15, -0.5, 0, 1e15, 9007199254740993];
            default: return [1.7e9, 1700000000.123, Math.BitIncrement(1700000000.123), 1.8e9];
        }
    }

    private static CategoryTable Table(Random shapes)
    {
        var hashes = new SortedSet<ulong>();
        for (int i = shapes.Next(300); i > 0; i--) hashes.Add((ulong)shapes.NextInt64(long.MinValue, long.MaxValue));
        if (shapes.Next(2) == 0) hashes.UnionWith([0, ulong.MaxValue]);
        return new CategoryTable([.. Enumerable.Range(0, shapes.Next(50)).Select(i => $"value {i} é")], [.. hashes]);
    }

    private static IEnumerable<long> Counts(Random counts, int length)
    {
        int style = counts.Next(4);
        return Enumerable.Range(0, length).Select(i => style switch
        {
            0 => 0,
            1 => counts.Next(10) == 0 ? Count(counts) : 0,
            2 => 1000 + counts.Next(50),
            _ => Count(counts),
        });
    }

    // Of every magnitude; not so large that two of them overflow.
    private static long Count(Random counts) => counts.NextInt64(1L << counts.Next(62));

    private static Moments SomeMoments(Random random) => new(
        Count(random), Count(random), -random.NextDouble() * 1e6, random.NextDouble() * 1e9,
        new DoubleDouble(random.NextDouble() * 1e12, random.NextDouble() * 1e-5),
        new DoubleDouble(random.Next(5) == 0 ? double.PositiveInfinity : random.NextDouble() * 1e20, 0));

    private static DistinctSketch Sketch(Random random, int values)
    {
        var sketch = new DistinctSketch();
        for (int i = 0; i < values; i++) sketch.Add((ulong)random.NextInt64(long.MinValue, long.MaxValue));
        return sketch;
    }
}

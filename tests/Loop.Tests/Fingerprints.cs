using System.Collections.Immutable;
using Homeostat.Batches;
using Homeostat.Statistics;

namespace Homeostat.Loop.Tests;

/// <summary>Fingerprints from arrays, by hand: what profiling and counting files give, without files. NaN and null are missing values.</summary>
internal static class Fingerprints
{
    public static Fingerprint Of(params ColumnFingerprint[] columns) => new()
    {
        Schema = new Schema([.. columns.Select(c => c.Schema)], Schema.DefaultMissingTokens),
        Columns = [.. columns],
        Rows = columns.Max(c => c.Rows),
    };

    /// <summary>A reference column: the grid is cut at the values' own quantiles.</summary>
    public static ColumnFingerprint Numbers(double[] values, string name = "x", ColumnType type = ColumnType.Numeric, ColumnRole role = ColumnRole.Feature) =>
        Count(new ColumnFingerprint { Schema = new ColumnSchema(name, type, role), Grid = GridOf(values), Distinct = new DistinctSketch() }, values);

    /// <summary>A reference column: the table lists the values' own levels.</summary>
    public static ColumnFingerprint Words(string?[] values, string name = "c", ColumnType type = ColumnType.Categorical)
    {
        var levels = values.OfType<string>().GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var table = new CategoryTable(
            [.. levels.Take(CategoryTable.MaxValues).Select(g => g.Key)],
            [.. levels.Skip(CategoryTable.MaxValues).Select(g => Hash(g.Key)).Order()]);
        return Count(new ColumnFingerprint { Schema = new ColumnSchema(name, type, ColumnRole.Feature), Categories = table, Distinct = new DistinctSketch() }, values);
    }

    public static ColumnFingerprint Text(long rows, long missing, string name = "t") => new()
    {
        Schema = new ColumnSchema(name, ColumnType.Text, ColumnRole.Feature), Rows = rows, Missing = missing, Distinct = new DistinctSketch(),
    };

    /// <summary>A batch counted over the grid of a reference column.</summary>
    public static ColumnFingerprint Count(ColumnFingerprint over, double[] values)
    {
        var counts = new long[over.Grid!.CellCount];
        var (known, numbers) = (over.Moments, values.Where(v => !double.IsNaN(v)).ToArray());
        foreach (double value in numbers) counts[over.Grid.CellOf(value)]++;
        bool isReference = over.Counts.IsEmpty;
        return over with
        {
            Rows = values.Length,
            Missing = values.Length - numbers.Length,
            OutOfRange = isReference ? 0 : numbers.LongCount(v => v < known.Min || v > known.Max),
            NonIntegers = over.Schema.Type == ColumnType.Integer ? numbers.LongCount(v => v != Math.Floor(v)) : 0,
            Counts = [.. counts],
            Moments = MomentsOf(numbers),
        };
    }

    /// <summary>A batch counted over the table of a reference column.</summary>
    public static ColumnFingerprint Count(ColumnFingerprint over, string?[] values)
    {
        var slots = over.Categories!.Values.Select((v, i) => (v, i)).ToDictionary(x => x.v, x => x.i);
        var rest = over.Categories.RemainderHashes.ToHashSet();
        var counts = new long[over.Categories.SlotCount];
        long unseen = 0;
        foreach (string value in values.OfType<string>())
            if (slots.TryGetValue(value, out int slot)) counts[slot]++;
            else if (rest.Contains(Hash(value))) counts[^1]++;
            else unseen++;
        return over with { Rows = values.Length, Missing = values.LongCount(v => v is null), Unseen = unseen, Counts = [.. counts] };
    }

    public static Moments MomentsOf(double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        DoubleDouble sum = default, squares = default;
        foreach (double value in finite) (sum, squares) = (sum.Add(value), squares.AddSquare(value));
        return finite.Length == 0
            ? Moments.Empty with { Infinite = values.Length }
            : new Moments(finite.Length, values.Length - finite.Length, finite.Min(), finite.Max(), sum, squares);
    }

    private static Grid GridOf(double[] values)
    {
        double[] sorted = [.. values.Where(v => !double.IsNaN(v)).Order()];
        var boundaries = new SortedSet<double>();
        double share = (double)sorted.Length / Grid.MaxQuantileCells;
        int filled = 0;
        for (int at = 0, next; at < sorted.Length; at = next)
        {
            for (next = at + 1; next < sorted.Length && sorted[next] == sorted[at];) next++;
            bool atom = next - at >= share && double.IsFinite(sorted[at]);
            if (atom) boundaries.UnionWith([sorted[at], Math.BitIncrement(sorted[at])]);
            else if (filled > 0 && filled + next - at > share) boundaries.Add(sorted[at]);
            filled = atom || boundaries.Contains(sorted[at]) ? (atom ? 0 : next - at) : filled + next - at;
        }
        return new Grid([.. boundaries.Take(Grid.MaxBoundaries)]);
    }

    // FNV-1a: any stable 64-bit hash does.
    private static ulong Hash(string value) => value.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);
}

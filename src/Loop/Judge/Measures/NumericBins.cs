using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// At most ten bins of a numeric column, made by joining grid cells, plus one for new ground. The rule looks at the reference alone:
/// <list type="number">
/// <item>A cell that alone holds a tenth of the mass is a bin of its own.</item>
/// <item>Other cells join from left to right; a bin closes when it holds a tenth, or before a cell of rule 1.</item>
/// <item>While there are more than ten, the lightest joins its lighter neighbour.</item>
/// <item>Empty cells belong to the bin around them, else to the one on their left, else to the one on their right, if that is a range. Between
/// frequent single values (or beyond them) lies new ground: all such cells together are one more bin, empty in the reference, so that a
/// constant that changes, or an integer that gets fractions, is seen.</item>
/// </list>
/// In a small reference every value is an atom, and empty cells lie between all of them: rule 4 keeps those in ranges.
/// </summary>
internal sealed class NumericBins
{
    /// <summary>Bins at most, the one for new ground not counted.</summary>
    public const int MaxBins = 10;

    /// <summary>How often a value must occur before the empty cells beside it are new ground, not chance.</summary>
    private const long Frequent = 5;

    private NumericBins(int[] binOf, BinCounts counts) => (BinOf, Counts) = (binOf, counts);

    /// <summary>The bin of each cell; new ground is the last.</summary>
    public int[] BinOf { get; }

    public BinCounts Counts { get; }

    public static NumericBins Of(ColumnPair pair)
    {
        var grid = pair.Reference.Grid!;
        var reference = pair.Reference.Counts;
        var runs = BinRuns.Join(reference, pair.ReferenceValues, MaxBins);
        int[] binOf = Assign(runs, grid, reference);
        return new NumericBins(binOf, new BinCounts(Sum(reference, binOf, runs.Count + 1), Sum(pair.Current.Counts, binOf, runs.Count + 1)));
    }

    private static int[] Assign(List<BinRun> runs, Grid grid, ImmutableArray<long> reference)
    {
        var binOf = new int[grid.CellCount];
        int newGround = runs.Count, next = 0;
        for (int cell = 0; cell < binOf.Length; cell++)
        {
            if (next < runs.Count && cell > runs[next].Last) next++;
            bool inside = next < runs.Count && cell >= runs[next].First;
            binOf[cell] = inside ? next
                : next > 0 && IsRange(runs[next - 1]) ? next - 1
                : next < runs.Count && IsRange(runs[next]) ? next
                : newGround;
        }
        return binOf;

        bool IsRange(BinRun run) => run.First != run.Last || !grid.IsAtom(run.First) || !run.Alone || reference[run.First] < Frequent;
    }

    private static long[] Sum(ImmutableArray<long> counts, int[] binOf, int bins)
    {
        var sums = new long[bins];
        for (int cell = 0; cell < binOf.Length; cell++) sums[binOf[cell]] += counts[cell];
        return sums;
    }
}

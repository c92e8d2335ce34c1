using Homeostat.Batches;
using Homeostat.Statistics;
using Homeostat.Statistics.Distances;

namespace Homeostat.Loop;

/// <summary>What the full-resolution cells of a numeric column say.</summary>
internal static class OrderedMeasures
{
    /// <summary>Steps of the exact p-value we pay for, about a millisecond; beyond, the limiting distribution is right to a few percent of p.</summary>
    private const long ExactSteps = 300_000;

    public static TestResult Ks(ColumnPair pair)
    {
        bool exact = (double)pair.ReferenceValues * pair.CurrentValues <= ExactSteps;
        return KolmogorovSmirnov.TestCounts(pair.Reference.Counts.AsSpan(), pair.Current.Counts.AsSpan(),
            exact ? KolmogorovSmirnovMethod.Exact : KolmogorovSmirnovMethod.Asymptotic);
    }

    /// <summary>
    /// How much larger D of the raw values can be. The statistic looks at cell ends. Inside an open cell that begins with the difference d and
    /// holds the masses p and q, the raw difference stays between d - q (all of q first) and d + p. Nothing hides inside an atom, nor where p or
    /// q is 0, as the extreme is then at an end: so the bound is 0 when all reference values sit on atoms, and never above the largest
    /// min(p, q) of an open cell.
    /// </summary>
    public static double KsBound(ColumnPair pair, double ks)
    {
        var grid = pair.Reference.Grid!;
        double largest = ks, referenceBelow = 0, currentBelow = 0;
        for (int cell = 0; cell < grid.CellCount; cell++)
        {
            long p = pair.Reference.Counts[cell], q = pair.Current.Counts[cell];
            if (p > 0 && q > 0 && !grid.IsAtom(cell))
            {
                largest = Math.Max(largest, (referenceBelow + p) / pair.ReferenceValues - currentBelow / pair.CurrentValues);
                largest = Math.Max(largest, (currentBelow + q) / pair.CurrentValues - referenceBelow / pair.ReferenceValues);
            }
            referenceBelow += p;
            currentBelow += q;
        }
        return largest - ks;
    }

    /// <summary>Wasserstein-1 in the column's unit; null where finite values do not give a finite distance.</summary>
    public static double? Wasserstein(ColumnPair pair)
    {
        if (pair.Reference.Moments.Finite == 0 || pair.Current.Moments.Finite == 0) return null;
        double[] ours = CellPositions.Of(pair.Reference), theirs = CellPositions.Of(pair.Current);
        int cells = ours.Length;
        // The outer cells sit elsewhere on each side: two positions each, of which the other side's is empty.
        var positions = new double[cells + 2];
        var reference = new long[cells + 2];
        var current = new long[cells + 2];
        for (int cell = 1; cell < cells - 1; cell++)
        {
            positions[cell + 1] = ours[cell];
            reference[cell + 1] = pair.Reference.Counts[cell];
            current[cell + 1] = pair.Current.Counts[cell];
        }
        Outer(0, 0, ours[0] <= theirs[0]);
        if (cells > 1) Outer(cells, cells - 1, ours[^1] <= theirs[^1]);
        else (positions, reference, current) = (positions[..2], reference[..2], current[..2]);
        double distance = Statistics.Distances.Wasserstein.GridDistance(positions, reference, current);
        return double.IsFinite(distance) ? distance : null;

        void Outer(int at, int cell, bool oursFirst)
        {
            int our = oursFirst ? at : at + 1, their = oursFirst ? at + 1 : at;
            (positions[our], reference[our]) = (ours[cell], pair.Reference.Counts[cell]);
            (positions[their], current[their]) = (theirs[cell], pair.Current.Counts[cell]);
        }
    }

    /// <summary>The population standard deviation; 0 for a constant, null where it is not known.</summary>
    public static double? Deviation(Moments moments) =>
        moments.Finite > 0 && moments.Min.Equals(moments.Max) ? 0
        : moments.StandardDeviation is { } sample ? sample * Math.Sqrt((moments.Finite - 1.0) / moments.Finite) : null;
}

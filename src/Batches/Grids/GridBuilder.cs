using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Cuts a grid at the quantiles of a sample.</summary>
internal static class GridBuilder
{
    /// <summary>
    /// Few different values: each is an atom. Otherwise cells of equal mass, and an atom for every value that alone holds the mass of one.
    /// </summary>
    /// <param name="sorted">The sample, ascending, finite.</param>
    /// <param name="discrete">Whether every value of the sample is an atom.</param>
    internal static Grid Build(ReadOnlySpan<double> sorted, out bool discrete)
    {
        var distinct = FewDistinct(sorted);
        discrete = distinct is not null;
        return distinct is not null ? OfAtoms(distinct) : OfQuantiles(sorted);
    }

    /// <summary>A grid whose atoms are the given values, with the gaps between them as cells of their own.</summary>
    internal static Grid OfAtoms(List<double> values)
    {
        var boundaries = ImmutableArray.CreateBuilder<double>(values.Count * 2);
        RadixSort.Sort(CollectionsMarshal.AsSpan(values));
        foreach (double value in values) AddAtom(boundaries, value);
        return new Grid(boundaries.DrainToImmutable());
    }

    private static List<double>? FewDistinct(ReadOnlySpan<double> sorted)
    {
        var distinct = new List<double>();
        foreach (double value in sorted)
        {
            if (distinct.Count > 0 && distinct[^1] == value) continue;
            if (distinct.Count == Grid.MaxQuantileCells) return null;
            distinct.Add(value);
        }
        return distinct;
    }

    private static Grid OfQuantiles(ReadOnlySpan<double> sorted)
    {
        double mass = (double)sorted.Length / Grid.MaxQuantileCells;
        var boundaries = ImmutableArray.CreateBuilder<double>(Grid.MaxQuantileCells);
        double open = 0;
        for (int i = 0, next; i < sorted.Length && boundaries.Count < Grid.MaxBoundaries - 1; i = next)
        {
            for (next = i + 1; next < sorted.Length && sorted[next] == sorted[i];) next++;
            int run = next - i;
            if (run >= mass && run > 1)
            {
                AddAtom(boundaries, sorted[i]);
                open = 0;
                continue;
            }
            if (open >= mass)
            {
                AddBoundary(boundaries, sorted[i]);
                // What a cell took over its share, the next one lacks: cuts do not drift away from the quantiles.
                open -= mass;
            }
            open += run;
        }
        return new Grid(boundaries.DrainToImmutable());
    }

    private static void AddAtom(ImmutableArray<double>.Builder boundaries, double value)
    {
        AddBoundary(boundaries, value);
        double after = Math.BitIncrement(value);
        if (double.IsFinite(after)) AddBoundary(boundaries, after);
    }

    private static void AddBoundary(ImmutableArray<double>.Builder boundaries, double value)
    {
        if (boundaries.Count == 0 || value > boundaries[^1]) boundaries.Add(value);
    }
}

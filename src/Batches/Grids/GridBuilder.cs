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
        Span<double> distinct = stackalloc double[Grid.MaxQuantileCells];
        discrete = TryFindFew(sorted, distinct, out int count);
        return discrete ? OfAtoms(distinct[..count]) : OfQuantiles(sorted);
    }

    /// <summary>A grid whose atoms are the given values, ascending, with the gaps between them as cells of their own.</summary>
    internal static Grid OfAtoms(ReadOnlySpan<double> values)
    {
        var boundaries = new List<double>(values.Length * 2);
        foreach (double value in values) AddAtom(boundaries, value);
        return new Grid([.. boundaries]);
    }

    /// <summary>The different values, if there is room for all of them.</summary>
    private static bool TryFindFew(ReadOnlySpan<double> sorted, Span<double> distinct, out int count)
    {
        count = 0;
        foreach (double value in sorted)
        {
            if (count > 0 && distinct[count - 1] == value) continue;
            if (count == distinct.Length) return false;
            distinct[count++] = value;
        }
        return true;
    }

    private static Grid OfQuantiles(ReadOnlySpan<double> sorted)
    {
        double mass = (double)sorted.Length / Grid.MaxQuantileCells;
        var boundaries = new List<double>(Grid.MaxQuantileCells);
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
        return new Grid([.. boundaries]);
    }

    private static void AddAtom(List<double> boundaries, double value)
    {
        AddBoundary(boundaries, value);
        double after = Math.BitIncrement(value);
        if (double.IsFinite(after)) AddBoundary(boundaries, after);
    }

    private static void AddBoundary(List<double> boundaries, double value)
    {
        if (boundaries.Count == 0 || value > boundaries[^1]) boundaries.Add(value);
    }
}

using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>
/// Cells that cover all numbers, cut at a reference's quantiles. Cell i holds the values v with Boundaries[i-1] &lt;= v &lt; Boundaries[i];
/// the first cell is open to below, the last to above. A cell that holds a single double is an atom.
/// </summary>
public sealed class Grid
{
    /// <summary>Quantile cells a grid is cut into at most; gaps between atoms come on top.</summary>
    public const int MaxQuantileCells = 1024;

    /// <summary>Boundaries a grid has at most: two for each of 1,024 atoms.</summary>
    public const int MaxBoundaries = 2 * MaxQuantileCells;

    private CellIndex? _index;

    /// <summary>A grid over the given boundaries.</summary>
    /// <param name="boundaries">Strictly increasing, no NaN, at most <see cref="MaxBoundaries"/>; none gives one cell for all numbers.</param>
    public Grid(ImmutableArray<double> boundaries)
    {
        for (int i = 1; i < boundaries.Length; i++)
            if (!(boundaries[i] > boundaries[i - 1]))
                throw new ArgumentException($"Boundary {i} is {boundaries[i]:R}, not above {boundaries[i - 1]:R} before it. Cells must not overlap. Pass strictly increasing numbers.", nameof(boundaries));
        if (boundaries.Length > MaxBoundaries)
            throw new ArgumentException($"{boundaries.Length} boundaries are more than {MaxBoundaries}. Lookup tables are sized for that. Cut at fewer quantiles.", nameof(boundaries));
        Boundaries = boundaries;
    }

    /// <summary>The lower bounds of all cells but the first, strictly increasing.</summary>
    public ImmutableArray<double> Boundaries { get; }

    /// <summary>The fast look-up over the cells, made when first asked for and shared by all that count over this grid.</summary>
    internal CellIndex Index => LazyInitializer.EnsureInitialized(ref _index, () => new CellIndex(this));

    /// <summary>How many cells there are.</summary>
    public int CellCount => Boundaries.Length + 1;

    /// <summary>The cell that holds <paramref name="value"/>; NaN has none and throws.</summary>
    public int CellOf(double value)
    {
        if (double.IsNaN(value))
            throw new ArgumentException("NaN has no place on a grid. It would be counted as a number. Count it as missing.", nameof(value));
        int low = 0, high = Boundaries.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Boundaries[middle] <= value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Whether the cell holds a single double.</summary>
    public bool IsAtom(int cell) =>
        cell > 0 && cell < Boundaries.Length && IsNext(Boundaries[cell - 1], Boundaries[cell]);

    /// <summary>Whether the second is the smallest double above the first: one more in the order of bits, where zero has two neighbours below it.</summary>
    private static bool IsNext(double low, double high) =>
        BucketScale.Ordered(high) - BucketScale.Ordered(low) == (high == 0 ? 2 : 1);
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>What one column of a batch looks like over the reference's grid or table: counts, nothing else.</summary>
public sealed record ColumnFingerprint
{
    // Not [], whose code for longs would be compiled when a short run starts.
    private static readonly ImmutableArray<long> s_none = ImmutableCollectionsMarshal.AsImmutableArray(Array.Empty<long>());

    /// <summary>The column as the reference has it.</summary>
    public required ColumnSchema Schema { get; init; }

    /// <summary>The cells; null for columns without numbers.</summary>
    public Grid? Grid { get; init; }

    /// <summary>The known values; null for columns that are not categorical or boolean.</summary>
    public CategoryTable? Categories { get; init; }

    /// <summary>Whether the batch had the column at all.</summary>
    public bool Present { get; init; } = true;

    /// <summary>Rows of the batch.</summary>
    public long Rows { get; init; }

    /// <summary>Rows without a value.</summary>
    public long Missing { get; init; }

    /// <summary>Values that do not parse as the column's type; they are in no cell.</summary>
    public long TypeErrors { get; init; }

    /// <summary>Values with a fraction in an integer column; they are in their cells and count as type errors in rates.</summary>
    public long NonIntegers { get; init; }

    /// <summary>Values below the reference's smallest or above its largest; they are in the outer cells too.</summary>
    public long OutOfRange { get; init; }

    /// <summary>Values the reference does not know; they are in no slot.</summary>
    public long Unseen { get; init; }

    /// <summary>One count a grid cell, or one a named value and one for the remainder; empty for text.</summary>
    public ImmutableArray<long> Counts { get; init; } = s_none;

    /// <summary>Sums over the numbers of the column.</summary>
    public Moments Moments { get; init; } = Moments.Empty;

    /// <summary>Different values seen, by a HyperLogLog sketch.</summary>
    public required DistinctSketch Distinct { get; init; }

    /// <summary>The first value that did not parse, cut to 40 characters, to show in messages; null when all did.</summary>
    public string? TypeErrorExample { get; init; }

    /// <summary>Values that parsed: in a cell, in a slot, unseen, or text.</summary>
    public long Values => Rows - Missing - TypeErrors;

    /// <summary>Missing rows over all rows; 0 for no rows.</summary>
    public double MissingRate => Rate(Missing, Rows);

    /// <summary>Values that do not parse as the type, fractions in an integer column included, over all rows that have a value.</summary>
    public double TypeErrorRate => Rate(TypeErrors + NonIntegers, Rows - Missing);

    /// <summary>Out-of-range values over all that parsed.</summary>
    public double OutOfRangeRate => Rate(OutOfRange, Values);

    /// <summary>Unseen values over all that parsed.</summary>
    public double UnseenRate => Rate(Unseen, Values);

    private static double Rate(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}

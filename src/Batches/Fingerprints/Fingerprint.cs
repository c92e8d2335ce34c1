using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>Mergeable counts of a batch over a reference's grid: kilobytes that answer every question about drift.</summary>
public sealed record Fingerprint
{
    /// <summary>The columns, as the reference has them.</summary>
    public required Schema Schema { get; init; }

    /// <summary>One entry a column, in the schema's order.</summary>
    public required ImmutableArray<ColumnFingerprint> Columns { get; init; }

    /// <summary>Rows counted.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows with more or fewer fields than the header: counted here, in no column.</summary>
    public long RaggedRows { get; init; }

    /// <summary>Columns of the batch that the reference does not have, by name.</summary>
    public ImmutableArray<string> UnknownColumns { get; init; } = [];

    /// <summary>Adds the counts of two batches over the same grid. Counts add exactly in any order, sums of values to about 30 digits.</summary>
    /// <exception cref="BadInputException">The two were counted over different grids.</exception>
    public Fingerprint Merge(Fingerprint other) => FingerprintMerge.Merge(this, other);
}

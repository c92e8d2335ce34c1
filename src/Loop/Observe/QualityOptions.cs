using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What a batch must satisfy to be judged and trained on; one that does not goes to quarantine.</summary>
public sealed record QualityOptions
{
    /// <summary>Fewer rows are no batch. Default 1.</summary>
    public long MinimumRows { get; init; } = 1;

    /// <summary>Share of rows with the wrong number of fields, above which the batch is refused, 0 to 1. Default 0.01.</summary>
    public double MaximumRagged { get; init; } = 0.01;

    /// <summary>A feature whose numbers are all the reference's in another unit (3.28 times, 1,000 times, Fahrenheit for Celsius) breaks the batch. Default on.</summary>
    public bool UnitChanges { get; init; } = true;

    /// <summary>A feature that is absent, empty, stuck at one value, of another type or recoded, or two that are swapped, break the batch. Default on.</summary>
    public bool SchemaBreaks { get; init; } = true;

    /// <summary>Rules a column.</summary>
    public ImmutableArray<ColumnRule> Columns { get; init; } = [];
}

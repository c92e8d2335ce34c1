using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What a batch must satisfy to be judged and trained on; one that does not goes to quarantine.</summary>
public sealed record QualityOptions
{
    /// <summary>Fewer rows are no batch. Default 1.</summary>
    public long MinimumRows { get; init; } = 1;

    /// <summary>Share of rows with the wrong number of fields, above which the batch is refused, 0 to 1. Default 0.01.</summary>
    public double MaximumRagged { get; init; } = 0.01;

    /// <summary>Rules a column.</summary>
    public ImmutableArray<ColumnRule> Columns { get; init; } = [];
}

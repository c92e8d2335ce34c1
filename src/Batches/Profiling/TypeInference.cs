namespace Homeostat.Batches;

/// <summary>From a sample of a column to its type and role.</summary>
internal static class TypeInference
{
    /// <summary>A type is taken when at least this share of the values reads as it; the rest are type errors.</summary>
    internal const double NeededShare = 0.99;

    private const double UniqueShare = 0.95;
    private const int FewestForText = 100;

    internal static ColumnSchema Infer(string name, ColumnSample sample, ColumnOverride? known)
    {
        var type = known?.Type ?? TypeOf(sample);
        return new ColumnSchema(name, type, known?.Role ?? RoleOf(name, type, sample));
    }

    private static ColumnType TypeOf(ColumnSample sample)
    {
        double needed = sample.Values * NeededShare;
        if (sample.Values == 0) return ColumnType.Categorical;
        if (sample.Numbers >= needed) return sample.Integers == sample.Numbers ? ColumnType.Integer : ColumnType.Numeric;
        if (sample.Booleans >= needed) return ColumnType.Boolean;
        if (sample.Timestamps >= needed) return ColumnType.Timestamp;
        return sample.Values > FewestForText && IsUnique(sample) ? ColumnType.Text : ColumnType.Categorical;
    }

    private static ColumnRole RoleOf(string name, ColumnType type, ColumnSample sample)
    {
        if (type == ColumnType.Timestamp) return ColumnRole.Time;
        return type is ColumnType.Integer or ColumnType.Text && NamesAnId(name) && IsUnique(sample) ? ColumnRole.Id : ColumnRole.Feature;
    }

    private static bool IsUnique(ColumnSample sample) => sample.Values > 1 && sample.Different > sample.Values * UniqueShare;

    private static bool NamesAnId(string name)
    {
        var tail = name.AsSpan(name.LastIndexOf('.') + 1);
        return tail.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
            || tail.EndsWith("Id", StringComparison.Ordinal)
            || tail.StartsWith("unnamed_", StringComparison.Ordinal)
            || tail.Equals("id", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("uuid", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("guid", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("index", StringComparison.OrdinalIgnoreCase);
    }
}

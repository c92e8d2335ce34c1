using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Collects the columns that a holdout is sliced by: the first few with few levels, and the first few of numbers.</summary>
internal sealed class HoldoutSlices
{
    private const int MostColumns = 10, MostLevels = 20;

    private readonly List<(int Feature, string Name, List<string?> Values, HashSet<string> Levels)> _categories = [];
    private readonly List<(int Feature, string Name, List<double?> Values)> _numbers = [];

    internal HoldoutSlices(ImmutableArray<ColumnSchema> features)
    {
        for (int i = 0; i < features.Length; i++)
            if (features[i].HasCategories && _categories.Count < 2 * MostColumns) _categories.Add((i, features[i].Name, [], new(StringComparer.Ordinal)));
            else if (features[i].Type is ColumnType.Numeric or ColumnType.Integer && _numbers.Count < MostColumns) _numbers.Add((i, features[i].Name, []));
    }

    internal void Add(DatasetRow row)
    {
        foreach (var (feature, _, values, levels) in _categories)
        {
            string? value = row.GetString(feature);
            if (value is not null && levels.Count <= MostLevels) levels.Add(value);
            // A column with too many levels is no slice; what is kept of it is not needed.
            if (levels.Count <= MostLevels) values.Add(value);
        }
        foreach (var (feature, _, values) in _numbers) values.Add(row.TryGetNumber(feature, out double number) ? number : null);
    }

    internal ImmutableArray<SliceColumn> Columns() =>
    [
        .. _categories.Where(column => column.Levels.Count is > 1 and <= MostLevels).Take(MostColumns).Select(column => new SliceColumn(column.Name) { Categories = [.. column.Values] }),
        .. _numbers.Where(column => column.Values.Exists(value => value is not null)).Select(column => new SliceColumn(column.Name) { Numbers = [.. column.Values] }),
    ];
}

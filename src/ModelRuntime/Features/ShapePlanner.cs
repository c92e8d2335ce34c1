using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Plans the levels of features from the counts of the training data.</summary>
internal static class ShapePlanner
{
    // Rarer values teach nothing of their own; together they stand for whatever is not known when the model serves.
    private const long FewestRows = 5;

    /// <summary>Whether a column can be learned from: text has no levels, and a column without a value none to tell apart.</summary>
    internal static bool CanLearn(ColumnFingerprint column) =>
        column.Schema.Role == ColumnRole.Feature && column.Schema.Type != ColumnType.Text && column.Values > 0;

    internal static FeatureShape Plan(ColumnFingerprint column, int bins)
    {
        var shape = new FeatureShape(column.Schema.Name, column.Schema.Type);
        return column.Grid is { } grid
            ? shape with { Lower = Cut(grid, column.Counts, bins), Scale = NumberScale.Of(column) }
            : shape with { Values = Known(column) };
    }

    private static ImmutableArray<string> Known(ColumnFingerprint column)
    {
        var values = column.Categories!.Values;
        // Both truths are known, whether or not they were met.
        return column.Schema.Type == ColumnType.Boolean ? values : [.. values.Where((_, slot) => column.Counts[slot] >= FewestRows)];
    }

    /// <summary>Joins cells to bins of about equal mass; with fewer cells that hold anything than bins, each of them is one.</summary>
    private static ImmutableArray<double> Cut(Grid grid, ImmutableArray<long> counts, int bins)
    {
        long total = counts.Sum();
        double mass = counts.Count(count => count > 0) <= bins ? 0 : (double)total / bins;
        var lower = ImmutableArray.CreateBuilder<double>();
        long open = 0;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] == 0) continue;
            // A cell that is a bin by itself does not join the one before it.
            if (open > 0 && (open >= mass || counts[cell] >= mass) && cell > 0)
            {
                lower.Add(grid.Boundaries[cell - 1]);
                open = 0;
            }
            open += counts[cell];
        }
        return lower.ToImmutable();
    }
}

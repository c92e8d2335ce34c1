using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime.Tests;

/// <summary>Small designs made by hand or by chance.</summary>
internal static class Designs
{
    internal static FeatureShape Category(int values) =>
        new("c", ColumnType.Categorical) { Values = [.. Enumerable.Range(0, values).Select(i => $"v{i}")] };

    internal static FeatureShape Number(int bins) =>
        new("n", ColumnType.Numeric) { Lower = [.. Enumerable.Range(1, bins - 1).Select(i => (double)i)], Scale = new NumberScale(bins / 2.0, 1, 0, bins) };

    /// <summary>One category: its level a row.</summary>
    internal static Design OfCategory(int values, int[] levels, double[] targets)
    {
        var shape = Category(values);
        var column = CodeColumn.For(shape, levels.Length);
        for (int i = 0; i < levels.Length; i++) column.Set(i, new FeatureValue(levels[i], 0));
        return new Design([shape], [column], levels.Length) { Targets = targets, Weights = [.. Enumerable.Repeat(1.0, levels.Length)] };
    }

    /// <summary>A number in five bins and a category of three, with random targets and weights.</summary>
    internal static Design Random(int rows, int classes, int seed)
    {
        var random = new Random(seed);
        FeatureShape[] shapes = [Number(5), Category(3)];
        CodeColumn[] columns = [CodeColumn.For(shapes[0], rows), CodeColumn.For(shapes[1], rows)];
        double[] targets = new double[rows], weights = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            double value = random.NextDouble() * 5;
            columns[0].Set(i, new FeatureValue((int)value, shapes[0].Scale!.At(value)));
            columns[1].Set(i, new FeatureValue(random.Next(5), 0));
            targets[i] = classes == 0 ? value + random.NextDouble() : random.Next(classes);
            weights[i] = 0.5 + random.NextDouble();
        }
        return new Design(shapes, columns, rows) { Targets = targets, Weights = weights };
    }
}

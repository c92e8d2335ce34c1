namespace Homeostat.Loop;

/// <summary>The slices of a holdout: every category, every quarter of a column of numbers, and missing values.</summary>
internal static class SliceFinder
{
    /// <summary>Slices as rows of <see cref="HoldoutRows"/>, in order of time.</summary>
    public static IEnumerable<(string Column, string Value, int[] Rows)> Of(ScoredHoldout holdout, HoldoutRows rows) =>
        from column in holdout.Slices
        let names = column.Categories.IsEmpty ? Quarters(column, rows) : row => column.Categories[rows.Source[row]] ?? "(missing)"
        from slice in Enumerable.Range(0, rows.Count).GroupBy(names)
        select (column.Column, slice.Key, slice.ToArray());

    private static Func<int, string> Quarters(SliceColumn column, HoldoutRows rows)
    {
        double[] sorted = [.. rows.Source.Select(row => column.Numbers[row]).OfType<double>().Where(double.IsFinite).Order()];
        if (sorted.Length == 0) return _ => "(missing)";
        double[] edges = [.. Enumerable.Range(1, 3).Select(quarter => sorted[(int)((sorted.Length - 1L) * quarter / 4)]).Distinct()];
        return row => column.Numbers[rows.Source[row]] is { } value && double.IsFinite(value) ? Range(edges, value) : "(missing)";
    }

    private static string Range(double[] edges, double value)
    {
        int at = 0;
        while (at < edges.Length && value > edges[at]) at++;
        if (at == 0) return $"up to {Words.Number(edges[0])}";
        return at == edges.Length ? $"above {Words.Number(edges[^1])}" : $"{Words.Number(edges[at - 1])} to {Words.Number(edges[at])}";
    }
}

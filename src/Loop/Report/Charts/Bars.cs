namespace Homeostat.Loop;

/// <summary>The values of a column that are worth a bar: the eight largest, all others, and the unseen.</summary>
internal static class Bars
{
    private const int MaxValues = 8, MaxDiscrete = 12;

    // Whole numbers have a few in their tail that are too rare for a cell of their own.
    private const double MaxBetween = 0.02;

    /// <summary>The bars; null for a numeric column with more than a dozen different values or ranges.</summary>
    public static List<Bar>? Of(ColumnPair pair) => pair.Schema.HasCategories ? OfCategories(pair) : OfAtoms(pair);

    private static List<Bar> OfCategories(ColumnPair pair)
    {
        var values = pair.Reference.Categories!.Values;
        var all = new List<(Bar Bar, int Order)>(values.Length);
        for (int i = 0; i < values.Length; i++) all.Add((Make(pair, values[i], i), i));
        all.Sort(static (a, b) => b.Bar.Larger != a.Bar.Larger ? b.Bar.Larger.CompareTo(a.Bar.Larger) : a.Order.CompareTo(b.Order));
        var rest = Make(pair, "others", values.Length);
        for (int i = MaxValues; i < all.Count; i++) rest = new Bar(rest.Label, rest.Reference + all[i].Bar.Reference, rest.Current + all[i].Bar.Current);
        if (all.Count > MaxValues) all.RemoveRange(MaxValues, all.Count - MaxValues);
        all.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        var bars = all.ConvertAll(static item => item.Bar);
        if (rest.Larger > 0) bars.Add(rest);
        var unseen = new Bar("unseen", (double)pair.Reference.Unseen / pair.ReferenceValues, (double)pair.Current.Unseen / pair.CurrentValues);
        if (unseen.Larger > 0) bars.Add(unseen);
        return bars;
    }

    private static List<Bar>? OfAtoms(ColumnPair pair)
    {
        var bars = new List<Bar>();
        var grid = pair.Reference.Grid!;
        long between = 0;
        for (int cell = 0; cell < grid.CellCount; cell++)
        {
            if (pair.Reference.Counts[cell] == 0 && pair.Current.Counts[cell] == 0) continue;
            if (!grid.IsAtom(cell)) between += pair.Reference.Counts[cell];
            if (bars.Count == MaxDiscrete || between > MaxBetween * pair.ReferenceValues) return null;
            bars.Add(Make(pair, Name(pair, cell), cell));
        }
        return bars;
    }

    private static string Name(ColumnPair pair, int cell)
    {
        var bounds = pair.Reference.Grid!.Boundaries;
        if (bounds.Length == 0) return "all";
        if (cell == 0) return $"below {Value(0)}";
        if (cell == bounds.Length) return $"above {Value(cell - 1)}";
        return pair.Reference.Grid.IsAtom(cell) ? Value(cell - 1) : $"{Value(cell - 1)}\u2013{Value(cell)}";

        string Value(int boundary) => ValueWords.Value(pair.Schema.Type, bounds[boundary]);
    }

    private static Bar Make(ColumnPair pair, string label, int slot) => new(
        label, (double)pair.Reference.Counts[slot] / pair.ReferenceValues, (double)pair.Current.Counts[slot] / pair.CurrentValues);
}

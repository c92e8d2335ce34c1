using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The judged bin whose share changed most, in words.</summary>
internal static class BinWords
{
    public static string LargestChange(ColumnPair pair)
    {
        var bins = NumericBins.Of(pair);
        int largest = 0;
        for (int bin = 1; bin < bins.Counts.Reference.Length; bin++)
            if (Math.Abs(Change(pair, bins, bin)) > Math.Abs(Change(pair, bins, largest))) largest = bin;
        return $"{Name(pair, bins, largest)}: {Words.Change(Share(bins.Counts.Reference, largest, pair.ReferenceValues), Share(bins.Counts.Current, largest, pair.CurrentValues))}";
    }

    private static double Change(ColumnPair pair, NumericBins bins, int bin) =>
        Share(bins.Counts.Current, bin, pair.CurrentValues) - Share(bins.Counts.Reference, bin, pair.ReferenceValues);

    private static double Share(long[] counts, int bin, long total) => (double)counts[bin] / total;

    private static string Name(ColumnPair pair, NumericBins bins, int bin)
    {
        if (bin == bins.Counts.Reference.Length - 1) return "values between or beyond the known ones";
        int first = Array.IndexOf(bins.BinOf, bin), last = Array.LastIndexOf(bins.BinOf, bin);
        var grid = pair.Reference.Grid!;
        if (first == last && grid.IsAtom(first)) return $"value {Bound(first - 1)}";
        return first == 0 ? last == grid.CellCount - 1 ? "all values" : $"values below {Bound(last)}"
            : last == grid.CellCount - 1 ? $"values from {Bound(first - 1)} up"
            : $"values {Bound(first - 1)} to {Bound(last)}";

        string Bound(int boundary) => ValueWords.Value(pair.Schema.Type, grid.Boundaries[boundary]);
    }
}

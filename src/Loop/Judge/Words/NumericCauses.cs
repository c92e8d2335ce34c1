using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>How a numeric column moved: its mean, its spread, or the bin that changed most; and how much of its mass.</summary>
internal static class NumericCauses
{
    // Below these a change of mean (in sd) or spread (ratio) is not what a person would see first.
    private const double VisibleShift = 0.1, VisibleSpread = 1.2;

    // From here on the mean tells it all; below, one value or range may be what moved it.
    private const double LargeShift = 0.5;

    public static List<string> Of(ColumnPair pair, Measures measures)
    {
        var clauses = new List<string>();
        double? shift = Shift(pair), spread = Spread(pair);
        bool moved = shift is { } s && Math.Abs(s) >= VisibleShift, spreadOut = spread is { } ratio && ratio >= VisibleSpread;
        if (moved) clauses.Add(Mean(pair, shift!.Value));
        if (spreadOut && (!moved || Math.Log(spread!.Value) > Math.Abs(shift!.Value) / 2)) clauses.Add(SpreadWords(pair));
        if (!moved) clauses.Add(BinWords.LargestChange(pair));
        if (measures.Metrics.MassMoved is >= 0.005 and { } mass) clauses.Add($"{Words.Percent(mass)} of the mass moved{Direction(pair, measures.Metrics)}");
        if (moved && Math.Abs(shift!.Value) < LargeShift) clauses.Add(BinWords.LargestChange(pair));
        return clauses;
    }

    // In standard deviations of the reference; infinite for a constant that moved.
    private static double? Shift(ColumnPair pair)
    {
        if (pair.Reference.Moments.Mean is not { } from || pair.Current.Moments.Mean is not { } to) return null;
        if (OrderedMeasures.Deviation(pair.Reference.Moments) is not { } deviation) return null;
        return from == to ? 0 : (to - from) / deviation;
    }

    private static double? Spread(ColumnPair pair)
    {
        if (OrderedMeasures.Deviation(pair.Reference.Moments) is not { } from || OrderedMeasures.Deviation(pair.Current.Moments) is not { } to) return null;
        return from == to ? 1 : Math.Max(to / from, from / to);
    }

    private static string Mean(ColumnPair pair, double shift)
    {
        var type = pair.Schema.Type;
        double deviation = OrderedMeasures.Deviation(pair.Reference.Moments)!.Value;
        string change = $"mean {MeanOf(pair.Reference)} -> {MeanOf(pair.Current)}";
        return double.IsFinite(shift) ? $"{change} ({(shift > 0 ? "+" : "")}{Words.Number(Round(shift))} sd)" : $"{change} (was constant)";

        // A ten-thousandth of a standard deviation is 0 to the eye, not 1.2e-17.
        string MeanOf(ColumnFingerprint side) => ValueWords.Value(type, Math.Abs(side.Moments.Mean!.Value) < deviation * 1e-4 ? 0 : side.Moments.Mean.Value);
    }

    // One digit after the point, two for the smallest that we name: nobody acts on the third.
    private static double Round(double shift) => Math.Round(shift, Math.Abs(shift) < 1 ? 2 : 1);

    private static string SpreadWords(ColumnPair pair)
    {
        var type = pair.Schema.Type;
        double from = OrderedMeasures.Deviation(pair.Reference.Moments)!.Value, to = OrderedMeasures.Deviation(pair.Current.Moments)!.Value;
        return $"spread sd {ValueWords.Difference(type, from)} -> {ValueWords.Difference(type, to)}";
    }

    // "Up" when nearly all of the distance is in one direction: then Wasserstein-1 is the difference of the means.
    private static string Direction(ColumnPair pair, FeatureMetrics metrics)
    {
        if (pair.Current.Moments.Mean - pair.Reference.Moments.Mean is not { } difference || metrics.Wasserstein is not { } distance) return "";
        return Math.Abs(difference) < 0.8 * distance || difference == 0 ? "" : difference > 0 ? " up" : " down";
    }
}

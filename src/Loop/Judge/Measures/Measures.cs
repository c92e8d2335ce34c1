using Homeostat.Statistics;
using Homeostat.Statistics.Distances;

namespace Homeostat.Loop;

/// <summary>Everything that is measured of one column.</summary>
/// <param name="Metrics">What is reported.</param>
/// <param name="Bins">The judged bins; null without two distributions.</param>
internal sealed record Measures(FeatureMetrics Metrics, BinCounts? Bins)
{
    public static Measures Of(ColumnPair pair)
    {
        var metrics = Rates(pair);
        if (BinCounts.Of(pair) is not { } bins) return new Measures(metrics, null);
        metrics = OverBins(metrics, bins);
        if (pair.Schema.HasGrid) metrics = OverCells(metrics, pair);
        return new Measures(metrics, bins);
    }

    private static FeatureMetrics Rates(ColumnPair pair) => new()
    {
        Missing = new(pair.Reference.MissingRate, pair.Current.MissingRate),
        TypeError = new(pair.Reference.TypeErrorRate, pair.Current.TypeErrorRate),
        Unseen = new(pair.Reference.UnseenRate, pair.Current.UnseenRate),
        OutOfRange = new(pair.Reference.OutOfRangeRate, pair.Current.OutOfRangeRate),
    };

    private static FeatureMetrics OverBins(FeatureMetrics metrics, BinCounts bins)
    {
        long[] p = bins.Reference, q = bins.Current;
        var chiSquare = ChiSquare.Homogeneity(p, q);
        return metrics with
        {
            Psi = PopulationStability.Index(p, q),
            JensenShannon = JensenShannon.Distance(p, q),
            Hellinger = Hellinger.Distance(p, q),
            MassMoved = TotalVariation.Distance(p, q),
            ChiSquare = chiSquare.Statistic,
            ChiSquarePValue = chiSquare.PValue,
        };
    }

    private static FeatureMetrics OverCells(FeatureMetrics metrics, ColumnPair pair)
    {
        var ks = OrderedMeasures.Ks(pair);
        double? distance = OrderedMeasures.Wasserstein(pair), deviation = OrderedMeasures.Deviation(pair.Reference.Moments);
        return metrics with
        {
            Ks = ks.Statistic,
            KsBound = OrderedMeasures.KsBound(pair, ks.Statistic),
            KsPValue = ks.PValue,
            Wasserstein = distance,
            WassersteinNormalised = distance == 0 ? 0 : Finite(distance / deviation),
        };
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}

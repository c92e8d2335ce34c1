namespace Homeostat.Loop;

/// <summary>The findings of one column, from its measures.</summary>
internal static class Findings
{
    /// <summary>The finding of a signal; null where nothing was measured.</summary>
    public static Finding? Of(DriftSignal signal, ColumnPair pair, Measures measures, double alpha) => signal switch
    {
        DriftSignal.MissingRate or DriftSignal.TypeErrorRate or DriftSignal.UnseenRate or DriftSignal.OutOfRangeRate =>
            RateFindings.Of(signal, pair, alpha),
        DriftSignal.Wasserstein or DriftSignal.KolmogorovSmirnov => OverCells(signal, pair, measures, alpha),
        _ => OverBins(signal, pair, measures, alpha),
    };

    private static Finding? OverBins(DriftSignal signal, ColumnPair pair, Measures measures, double alpha)
    {
        if (measures.Bins is not { } bins) return null;
        var sizes = new Sizes(pair.ReferenceValues, pair.CurrentValues, bins.Occupied);
        var metrics = measures.Metrics;
        return signal switch
        {
            DriftSignal.Psi => Found(metrics.Psi, t => SampleSize.ForPsi(t, sizes, alpha)),
            DriftSignal.JensenShannon => Found(metrics.JensenShannon, t => SampleSize.ForJensenShannon(t, sizes, alpha)),
            _ => Found(metrics.Hellinger, t => SampleSize.ForHellinger(t, sizes, alpha)),
        };

        Finding Found(double? observed, Func<double, Need> need) =>
            new(signal, observed!.Value, sizes, () => Homogeneity.PValue(bins.TestReference, bins.Current), need);
    }

    private static Finding? OverCells(DriftSignal signal, ColumnPair pair, Measures measures, double alpha)
    {
        var metrics = measures.Metrics;
        var sizes = new Sizes(pair.ReferenceValues, pair.CurrentValues, 0);
        bool wasserstein = signal == DriftSignal.Wasserstein;
        if ((wasserstein ? metrics.WassersteinNormalised : metrics.Ks) is not { } observed || metrics.KsPValue is not { } p) return null;
        return new Finding(signal, observed, sizes, () => p, wasserstein
            ? t => SampleSize.ForWasserstein(t, sizes, alpha)
            : t => SampleSize.ForKs(t, sizes, alpha));
    }
}

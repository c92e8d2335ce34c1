using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Which signals a type of column can give, and how many tests stand behind those that are on.</summary>
internal static class SignalScope
{
    /// <summary>All signals but presence, in the order they are judged and reported.</summary>
    public static ReadOnlySpan<DriftSignal> All =>
    [
        DriftSignal.Psi, DriftSignal.JensenShannon, DriftSignal.Wasserstein, DriftSignal.KolmogorovSmirnov, DriftSignal.Hellinger,
        DriftSignal.MissingRate, DriftSignal.TypeErrorRate, DriftSignal.UnseenRate, DriftSignal.OutOfRangeRate,
    ];

    public static bool Applies(DriftSignal signal, ColumnSchema column) => signal switch
    {
        DriftSignal.Psi or DriftSignal.JensenShannon or DriftSignal.Hellinger => column.HasGrid || column.HasCategories,
        DriftSignal.Wasserstein or DriftSignal.KolmogorovSmirnov or DriftSignal.OutOfRangeRate => column.HasGrid,
        DriftSignal.TypeErrorRate => column.HasGrid || column.Type == ColumnType.Boolean,
        DriftSignal.UnseenRate => column.HasCategories,
        _ => true,
    };

    /// <summary>Tests of a column that can hold a signal back: one for all signals over bins, one for both over cells, one a rate.</summary>
    public static int Tests(ColumnSchema column, DriftOptions options)
    {
        int tests = 0;
        bool bins = false, cells = false;
        foreach (var signal in All)
        {
            if (options.ThresholdOf(signal) is null || !Applies(signal, column)) continue;
            if (SignalNames.IsRate(signal)) tests++;
            else if (signal is DriftSignal.Wasserstein or DriftSignal.KolmogorovSmirnov) cells = true;
            else bins = true;
        }
        return tests + (bins ? 1 : 0) + (cells ? 1 : 0);
    }
}

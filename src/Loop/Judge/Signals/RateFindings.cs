using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>The increase of a rate over the reference's, held against chance by Fisher's exact test, one-sided.</summary>
internal static class RateFindings
{
    // Fisher's test takes sums up to 2^53; beyond, and long before, the normal approximation says the same.
    private const long Large = 1_000_000_000;

    public static Finding? Of(DriftSignal signal, ColumnPair pair, double alpha)
    {
        var (part, whole) = Count(signal, pair.Reference);
        var (currentPart, currentWhole) = Count(signal, pair.Current);
        if (signal == DriftSignal.UnseenRate) part = Math.Max(part, RareValues.ExpectedUnseen(pair.Reference, whole));
        if (whole == 0 || currentWhole == 0) return null;
        double rate = (double)part / whole, currentRate = (double)currentPart / currentWhole;
        return new Finding(signal, currentRate - rate, new Sizes(whole, currentWhole, 0), PValue, t => SampleSize.ForRate(t, rate, whole, alpha))
        {
            Words = RateWords.Of(signal, pair, rate, currentRate),
        };

        double PValue() => (whole + currentWhole <= Large
            ? FisherExact.Test(currentPart, currentWhole - currentPart, part, whole - part, Alternative.Greater)
            : TwoProportions.Test(currentPart, currentWhole, part, whole, Alternative.Greater)).PValue;
    }

    private static (long Part, long Whole) Count(DriftSignal signal, Batches.ColumnFingerprint column) => signal switch
    {
        DriftSignal.MissingRate => (column.Missing, column.Rows),
        DriftSignal.TypeErrorRate => (column.TypeErrors + column.NonIntegers, column.Rows - column.Missing),
        DriftSignal.UnseenRate => (column.Unseen, column.Values),
        _ => (column.OutOfRange, column.Values),
    };
}

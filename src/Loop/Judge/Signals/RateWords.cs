namespace Homeostat.Loop;

/// <summary>Rates in words.</summary>
internal static class RateWords
{
    /// <summary>"missing 0.1 % -> 12 %"; with an example for type errors, with what rare values explain for unseen ones.</summary>
    public static string Of(DriftSignal signal, ColumnPair pair, double rate, double currentRate) => signal switch
    {
        DriftSignal.MissingRate => $"missing {Words.Change(rate, currentRate)}",
        DriftSignal.TypeErrorRate => $"type errors {Words.Change(rate, currentRate)}{Example(pair)}",
        DriftSignal.UnseenRate => $"unseen value share {Words.Change(pair.Reference.UnseenRate, currentRate)}{Expected(pair, rate)}",
        _ => $"out of range {Words.Change(rate, currentRate)}",
    };

    private static string Example(ColumnPair pair) =>
        pair.Current.TypeErrorExample is { } example ? $" (e.g. {Words.Quoted(example)})"
        : pair.Current.NonIntegers > 0 ? " (fractions among whole numbers)" : "";

    private static string Expected(ColumnPair pair, double rate) =>
        rate > pair.Reference.UnseenRate ? $" (up to {Words.Percent(rate)} expected from rare values)" : "";
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The verdict on a column in words.</summary>
internal static class FeatureWords
{
    public const string Identical = "identical";

    public const string ColumnIsMissing = "column is missing from the current batch";

    public static string Of(ColumnPair pair, Measures measures, ImmutableArray<SignalVerdict> signals, Verdict verdict)
    {
        if (!pair.Current.Present) return ColumnIsMissing;
        if (pair.IsIdentical) return Identical;
        return verdict switch
        {
            Verdict.Fail => Causes.Of(pair, measures, signals, verdict),
            Verdict.Inconclusive => $"{Causes.Of(pair, measures, signals, verdict)}; not beyond chance: {HeldBack(signals)}",
            _ => Closest(signals),
        };
    }

    // The signal that asks for the most decides what would do for all of them.
    private static string HeldBack(ImmutableArray<SignalVerdict> signals)
    {
        SignalVerdict? most = null;
        foreach (var signal in signals)
        {
            if (signal.Verdict != Verdict.Inconclusive) continue;
            if (signal.NeededCount is null) return $"{Words.Count(signal.ReferenceCount)} reference values are too few for any batch";
            if (most is null || signal.NeededCount > most.NeededCount) most = signal;
        }
        return $"{Words.Count(most!.CurrentCount)} values, about {Words.RoundedUp(most.NeededCount!.Value)} would do";
    }

    private static string Closest(ImmutableArray<SignalVerdict> signals)
    {
        SignalVerdict? closest = null;
        foreach (var signal in signals)
            if (closest is null || signal.Ratio > closest.Ratio) closest = signal;
        if (closest is null) return "nothing to compare";
        return closest.Ratio > 1 ? closest.Reason
            : closest.Ratio == 0 ? "no difference that is judged"
            : $"below every threshold; closest: {closest.Reason}";
    }
}

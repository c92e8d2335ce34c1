namespace Homeostat.Loop;

/// <summary>When a breach is confirmed, and over which windows.</summary>
internal static class JudgeRules
{
    internal static void Check(JudgeOptions judge, Place place)
    {
        if (judge.BreachesNeeded > judge.BreachesAmong)
            place.Member("breaches").Member("needed").Error($"is {judge.BreachesNeeded}, but /judge/breaches/among is {judge.BreachesAmong}: so many never fail");
        if (judge.Drift is { Psi: null, JensenShannon: null, Wasserstein: null, KolmogorovSmirnov: null, Hellinger: null }
            and { MissingRate: null, TypeErrorRate: null, UnseenRate: null, OutOfRangeRate: null })
            place.Member("signals").Warn("has every signal off: a column can drift only by being gone");
        for (int i = 0; i < judge.Windows.Length; i++) CheckWindow(judge, i, place.Member("windows").Item(i));
    }

    private static void CheckWindow(JudgeOptions judge, int index, Place place)
    {
        var window = judge.Windows[index];
        if (window.Batches is null == window.Span is null)
            place.Error($"gives {(window.Span is null ? "neither" : "both")} of batches and span, expected one of the two");
        else if (judge.Windows.IndexOf(window) < index)
            place.Warn($"is the same as /judge/windows/{judge.Windows.IndexOf(window)}");
    }
}

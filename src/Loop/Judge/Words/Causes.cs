using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What moved, largest cause first, at most three clauses.</summary>
internal static class Causes
{
    private const int MaxClauses = 3;

    private readonly record struct Clause(double Size, string Text);

    public static string Of(ColumnPair pair, Measures measures, ImmutableArray<SignalVerdict> signals, Verdict verdict)
    {
        var clauses = new List<Clause>(MaxClauses);
        double shape = 0;
        bool unseenTold = false;
        foreach (var signal in signals)
            if (signal.Verdict == verdict && !SignalNames.IsRate(signal.Signal)) shape = Math.Max(shape, signal.Ratio);
        if (shape > 0)
        {
            int rank = 0;
            foreach (string text in Shape(pair, measures, ref unseenTold)) Insert(clauses, new Clause(shape * Math.Pow(0.999, rank++), text));
        }
        foreach (var signal in signals)
            if (signal.Verdict == verdict && SignalNames.IsRate(signal.Signal) && !(unseenTold && signal.Signal == DriftSignal.UnseenRate))
                Insert(clauses, new Clause(signal.Ratio, Rate(signal.Signal, pair)));
        if (clauses.Count > MaxClauses) clauses.RemoveRange(MaxClauses, clauses.Count - MaxClauses);
        return string.Join("; ", clauses.ConvertAll(static clause => clause.Text));
    }

    // Largest first. A handful of clauses: the framework's sort would be compiled at run time, in every short check.
    private static void Insert(List<Clause> clauses, Clause clause)
    {
        int at = clauses.Count;
        while (at > 0 && clauses[at - 1].Size < clause.Size) at--;
        clauses.Insert(at, clause);
    }

    private static List<string> Shape(ColumnPair pair, Measures measures, ref bool unseenTold) =>
        pair.Schema.HasGrid ? NumericCauses.Of(pair, measures) : CategoryCauses.Of(pair, ref unseenTold);

    private static string Rate(DriftSignal signal, ColumnPair pair)
    {
        var (from, to) = signal switch
        {
            DriftSignal.MissingRate => (pair.Reference.MissingRate, pair.Current.MissingRate),
            DriftSignal.TypeErrorRate => (pair.Reference.TypeErrorRate, pair.Current.TypeErrorRate),
            DriftSignal.UnseenRate => (pair.Reference.UnseenRate, pair.Current.UnseenRate),
            _ => (pair.Reference.OutOfRangeRate, pair.Current.OutOfRangeRate),
        };
        return RateWords.Of(signal, pair, from, to);
    }
}

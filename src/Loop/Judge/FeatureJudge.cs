using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Judges one column.</summary>
internal static class FeatureJudge
{
    public static FeatureVerdict Judge(ColumnPair pair, DriftOptions options, double alpha)
    {
        var measures = Measures.Of(pair);
        var signals = pair.Current.Present ? Signals(pair, measures, options, alpha) : [Absent(pair)];
        var verdict = Gravest(signals);
        return new FeatureVerdict
        {
            Name = pair.Schema.Name,
            Type = pair.Schema.Type,
            Verdict = verdict,
            Reason = FeatureWords.Of(pair, measures, signals, verdict),
            Metrics = measures.Metrics,
            Signals = signals,
            Notes = FeatureNotes.Of(pair, measures),
            Severity = Severity(signals),
        };
    }

    /// <summary>How grave a verdict is: Pass, then Inconclusive, then Fail.</summary>
    public static int Gravity(Verdict verdict) => verdict switch { Verdict.Fail => 2, Verdict.Inconclusive => 1, _ => 0 };

    private static ImmutableArray<SignalVerdict> Signals(ColumnPair pair, Measures measures, DriftOptions options, double alpha)
    {
        var signals = ImmutableArray.CreateBuilder<SignalVerdict>();
        foreach (var signal in SignalScope.All)
            if (options.ThresholdOf(signal) is { } threshold && SignalScope.Applies(signal, pair.Schema)
                && Findings.Of(signal, pair, measures, alpha) is { } finding)
                signals.Add(SignalPolicy.Judge(finding, threshold, alpha));
        return signals.ToImmutable();
    }

    private static SignalVerdict Absent(ColumnPair pair) => new()
    {
        Signal = DriftSignal.Presence,
        Verdict = Verdict.Fail,
        Observed = null,
        Threshold = null,
        ReferenceCount = pair.Reference.Rows,
        CurrentCount = pair.Current.Rows,
        Rule = SignalNames.Rule(DriftSignal.Presence),
        Reason = FeatureWords.ColumnIsMissing,
    };

    private static Verdict Gravest(ImmutableArray<SignalVerdict> signals)
    {
        var gravest = Verdict.Pass;
        foreach (var signal in signals)
            if (Gravity(signal.Verdict) > Gravity(gravest)) gravest = signal.Verdict;
        return gravest;
    }

    // By the signals that made the verdict: one that chance explains must not put its column before others.
    private static double Severity(ImmutableArray<SignalVerdict> signals)
    {
        var gravest = Gravest(signals);
        double largest = 0;
        foreach (var signal in signals)
            if (signal.Signal == DriftSignal.Presence) return double.PositiveInfinity;
            else if (signal.Verdict == gravest) largest = Math.Max(largest, signal.Ratio);
        return largest;
    }
}

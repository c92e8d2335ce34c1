using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Whether a challenger may see traffic. All gates run, whatever the first of them say.</summary>
public static class GatePolicy
{
    private static readonly IGate[] _gates =
    [
        new RowsGate(),
        new NonInferiorityGate(),
        new FloorGate(),
        new LeakGate(),
        new SliceGate(),
        new CalibrationGate(),
        new LatencyGate(),
        new FailuresGate(),
        new FlipGate(),
        new SizeGate(),
    ];

    /// <summary>Judges a summary.</summary>
    public static GatesVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<RuleVerdict> gates = [.. _gates.Select(gate => gate.Judge(summary, options))];
        var verdict = Verdicts.Of(gates);
        return new GatesVerdict { Verdict = verdict, Gates = gates, Reason = Reason(verdict, gates) };
    }

    private static string Reason(Verdict verdict, ImmutableArray<RuleVerdict> gates)
    {
        if (verdict == Verdict.Pass)
            return $"All {gates.Count(gate => gate.Applied)} gates that apply are passed. {gates[1].Reason}";
        var names = gates.Where(gate => gate.Verdict == verdict).Select(gate => gate.Rule.Split('/')[0]).ToList();
        string what = verdict switch
        {
            Verdict.Fail => "rejected by",
            Verdict.Error => "not judged by",
            _ => "not settled by",
        };
        return $"The challenger is {what} {string.Join(", ", names)}. {Verdicts.Reasons(gates, verdict)}";
    }
}

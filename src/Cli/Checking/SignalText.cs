using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Signals in a table's cells: name, number and unit.</summary>
internal static class SignalText
{
    /// <summary>The signal that made the feature's verdict: of those with the same verdict the farthest over its threshold.</summary>
    internal static SignalVerdict? Deciding(FeatureVerdict feature)
    {
        SignalVerdict? deciding = null;
        foreach (var signal in feature.Signals)
            if (signal.Verdict == feature.Verdict && (deciding is null || signal.Ratio > deciding.Ratio)) deciding = signal;
        return deciding;
    }

    internal static string Observed(SignalVerdict? signal) => signal switch
    {
        null => "-",
        { Signal: DriftSignal.Presence } => "absent",
        { Observed: { } observed } => $"{Name(signal.Signal)} {Value(signal.Signal, observed)}",
        _ => Name(signal.Signal),
    };

    internal static string Threshold(SignalVerdict? signal) =>
        signal is { Threshold: { } threshold } ? Value(signal.Signal, threshold) : "-";

    internal static string Type(ColumnType type) => type switch
    {
        ColumnType.Numeric => "numeric",
        ColumnType.Integer => "integer",
        ColumnType.Boolean => "boolean",
        ColumnType.Categorical => "categorical",
        ColumnType.Timestamp => "timestamp",
        _ => "text",
    };

    private static string Name(DriftSignal signal) => signal switch
    {
        DriftSignal.Psi => "PSI",
        DriftSignal.JensenShannon => "Jensen-Shannon",
        DriftSignal.Wasserstein => "Wasserstein",
        DriftSignal.KolmogorovSmirnov => "KS",
        DriftSignal.Hellinger => "Hellinger",
        DriftSignal.MissingRate => "missing",
        DriftSignal.TypeErrorRate => "wrong type",
        DriftSignal.UnseenRate => "unseen",
        DriftSignal.OutOfRangeRate => "out of range",
        _ => "presence",
    };

    private static string Value(DriftSignal signal, double value) => signal switch
    {
        DriftSignal.Wasserstein => Numbers.Short(value) + " sd",
        DriftSignal.MissingRate or DriftSignal.TypeErrorRate or DriftSignal.UnseenRate or DriftSignal.OutOfRangeRate =>
            (value > 0 ? "+" : "") + Numbers.Short(value * 100) + " pp",
        _ => Numbers.Short(value),
    };
}

using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>A drift verdict in a few numbers: what triage and the journal need of it.</summary>
public sealed record DriftSummary
{
    /// <summary>The verdict over all judged columns.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The same in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>Features that were judged.</summary>
    public required int Features { get; init; }

    /// <summary>Features that drifted, gravest first.</summary>
    public ImmutableArray<string> DriftedFeatures { get; init; } = [];

    /// <summary>Of them, those that drifted only because values are missing, unread, unseen or the column is absent: their shape held.</summary>
    public ImmutableArray<string> BrokenFeatures { get; init; } = [];

    /// <summary>Predictions and scores that drifted.</summary>
    public ImmutableArray<string> DriftedPredictions { get; init; } = [];

    /// <summary>Labels that drifted.</summary>
    public ImmutableArray<string> DriftedLabels { get; init; } = [];

    /// <summary>Share of the features that drifted, 0 to 1.</summary>
    public double FeatureShare => Features == 0 ? 0 : (double)DriftedFeatures.Length / Features;

    /// <summary>Sums up a verdict on batches of a schema.</summary>
    public static DriftSummary Of(DriftVerdict verdict, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(schema);
        var roles = schema.Columns.ToDictionary(column => column.Name, column => column.Role, StringComparer.Ordinal);
        ImmutableArray<FeatureVerdict> Drifted(params ColumnRole[] wanted) => [.. verdict.Features.Where(f => f.Drifted && wanted.Contains(roles[f.Name]))];
        var features = Drifted(ColumnRole.Feature);
        return new DriftSummary
        {
            Verdict = verdict.Verdict,
            Reason = verdict.Reason,
            Features = verdict.Features.Count(f => roles[f.Name] == ColumnRole.Feature),
            DriftedFeatures = Names(features),
            BrokenFeatures = Names([.. features.Where(IsBroken)]),
            DriftedPredictions = Names(Drifted(ColumnRole.Prediction, ColumnRole.Score)),
            DriftedLabels = Names(Drifted(ColumnRole.Label)),
        };
    }

    private static ImmutableArray<string> Names(ImmutableArray<FeatureVerdict> features) => [.. features.Select(feature => feature.Name)];

    private static bool IsBroken(FeatureVerdict feature) => feature.Signals.All(signal =>
        signal.Verdict != Verdict.Fail || signal.Signal is DriftSignal.Presence or DriftSignal.MissingRate or DriftSignal.TypeErrorRate or DriftSignal.UnseenRate);
}

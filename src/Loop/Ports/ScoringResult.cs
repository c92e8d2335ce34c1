using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The answer of an endpoint to some rows.</summary>
/// <param name="Deployment">Who answered.</param>
/// <param name="Status">HTTP status; 200 is success, 424 a failure of the model.</param>
/// <param name="Predictions">One entry a row, in their order; empty when it failed.</param>
/// <param name="Latency">How long it took.</param>
public sealed record ScoringResult(string Deployment, int Status, ImmutableArray<RowPrediction> Predictions, TimeSpan Latency)
{
    /// <summary>Whether there is an answer.</summary>
    public bool Succeeded => Status == 200;
}

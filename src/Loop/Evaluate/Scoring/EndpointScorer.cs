using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Has rows scored by one deployment, request by request, and keeps the answers and how it fared.</summary>
internal sealed class EndpointScorer(IEndpoints endpoints, string endpoint, string deployment)
{
    private readonly List<RowPrediction?> _answers = [];
    private readonly List<double> _latencies = [];
    private long _requests, _failures;

    internal ImmutableArray<RowPrediction?> Answers => [.. _answers];

    internal ScoringRun Run => new(_requests, _failures, [.. _latencies]);

    /// <summary>A request that does not count: the first one pays for starting.</summary>
    internal Task WarmUpAsync(ReadOnlyMemory<byte> rows, CancellationToken cancellation) => endpoints.ScoreAsync(endpoint, deployment, rows, cancellation);

    internal async Task ScoreAsync(ReadOnlyMemory<byte> rows, int count, CancellationToken cancellation)
    {
        var result = await endpoints.ScoreAsync(endpoint, deployment, rows, cancellation);
        _requests++;
        // An answer for some of the rows is for none of them: nobody knows which.
        bool answered = result.Succeeded && !result.Predictions.IsDefault && result.Predictions.Length == count;
        if (!answered) _failures++;
        else _latencies.Add(result.Latency.TotalMilliseconds);
        for (int row = 0; row < count; row++)
            _answers.Add(answered ? result.Predictions[row] with { Answer = LabelText.Canonical(result.Predictions[row].Answer) } : null);
    }
}

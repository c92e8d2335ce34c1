using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Reads it from the rows.</summary>
internal sealed class WholeRows(BatchInput input, Schema schema) : IBatchRows
{
    public RowFacts Facts() => RowFacts.Read(input, schema);

    public Task<byte[]?> PredictionsAsync(CancellationToken cancellation)
    {
        using var log = new MemoryStream();
        return Task.FromResult(PredictionLog.Write(input, schema, log) is { Rows: > 0 } ? log.ToArray() : null);
    }

    public byte[]? Probe() => ScoringRows.First(input, schema);
}

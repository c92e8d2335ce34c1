using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests.Observe;

public class CollectorJoinTests
{
    [Fact]
    public void InputsAndOutputs_OfOneRequest_BecomeOneRow()
    {
        using var inputs = Input(Line("model_inputs", "r1", "[{\"a\":1,\"s\":\"x, \\\"y\\\"\"},{\"a\":null,\"s\":\"z\"}]"), Line("model_inputs", "r2", "[{\"a\":3}]"));
        using var outputs = Input(Line("model_outputs", "r1", "[{\"p\":0.1},{\"p\":0.2}]"), Line("model_outputs", "r9", "[{\"p\":0.9}]"));
        var (counts, csv) = Join(inputs, outputs, "p", "a", "s");
        Assert.Equal(new CollectorJoinCounts(3, 1, 1), counts);
        Assert.Equal(
            "$rowid,$time,p,a,s\nr1_0,2026-01-31T15:15:00Z,0.1,1,\"x, \"\"y\"\"\"\nr1_1,2026-01-31T15:15:00Z,0.2,,z\nr2_0,2026-01-31T15:15:00Z,,3,\n",
            csv);
    }

    [Fact]
    public void OneCollection_WithBoth_NeedsNoOutputs()
    {
        using var inputs = Input(Line("model_inputs_outputs", "r1", "[{\"a\":1,\"p\":2}]"));
        var (counts, csv) = Join(inputs, null, "a", "p");
        Assert.Equal(new CollectorJoinCounts(1, 0, 0), counts);
        Assert.EndsWith("r1_0,2026-01-31T15:15:00Z,1,2\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void JoinedRows_CountAndLogLikeAnyBatch()
    {
        var schema = new Schema([new("a", ColumnType.Numeric, ColumnRole.Feature), new("p", ColumnType.Categorical, ColumnRole.Prediction)], Schema.DefaultMissingTokens);
        using var inputs = Input(Line("model_inputs", "r1", "[{\"a\":1},{\"a\":2}]"));
        using var outputs = Input(Line("model_outputs", "r1", "[{\"p\":\"yes\"},{\"p\":\"no\"}]"));
        using var joined = new MemoryStream();
        CollectorJoin.Write(inputs, outputs, [.. schema.Columns.Select(column => column.Name)], joined);
        joined.Position = 0;
        using var batch = BatchInput.FromStream(joined, "joined.csv");
        using var log = new MemoryStream();
        Assert.Equal(new PredictionLogCounts(2, 0, 0), PredictionLog.Write(batch, schema, log));
        log.Position = 0;
        Assert.Equal(["r1_0:yes", "r1_1:no"], PredictionLog.Read(log, "log").Select(row => $"{row.Id}:{row.Prediction}"));
        Assert.Equal(2, Profiler.Profile(batch, SchemaOverrides.None, new CountOptions()).Rows);
    }

    private static (CollectorJoinCounts Counts, string Csv) Join(BatchInput inputs, BatchInput? outputs, params string[] columns)
    {
        using var target = new MemoryStream();
        var counts = CollectorJoin.Write(inputs, outputs, [.. columns], target);
        return (counts, Encoding.UTF8.GetString(target.ToArray()));
    }

    private static string Line(string collection, string id, string data) =>
        $$"""{"specversion":"1.0","type":"azureml.inference.{{collection}}","time":"2026-01-31T15:15:00Z","data":{{data}},"correlationid":"{{id}}"}""";

    private static BatchInput Input(params string[] lines) => BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), "hour.jsonl");
}

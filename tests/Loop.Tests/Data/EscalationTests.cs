using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

public class EscalationTests
{
    [Fact]
    public async Task AnswersThatMove_WithNoInputMoved_CallAPerson_OnceConfirmed()
    {
        var bench = new DataBench();
        bench.Models.Versions.Clear();
        bench.Write("state/flights/model.json", """{ "adoptFirstBatch": true }""");
        await bench.BatchAsync("reference.csv", new FlightRows(4000, 1));
        await bench.BatchAsync("a.csv", new FlightRows(1500, 2));
        await bench.BatchAsync("b.csv", Late(3));
        Assert.Empty(bench.Signals);
        var confirming = await bench.BatchAsync("c.csv", Late(4));
        var signal = Assert.Single(bench.Signals);
        Assert.Equal((SignalKind.Escalate, null, $"batch/{confirming.Batch}/cause"), (signal.Kind, signal.Cause, signal.Id));
        Assert.Contains("'answer' drifted, batch after batch, with no input moved", signal.Reason, StringComparison.Ordinal);
        await bench.BatchAsync("d.csv", Late(5));
        Assert.Single(bench.Signals);
    }

    /// <summary>Flights as ever, which the model calls late, nearly all of them.</summary>
    private static string Late(int seed) =>
        string.Join('\n', new FlightRows(1500, seed).Csv().Split('\n').Select((line, i) => i % 10 != 0 && line.EndsWith(",0", StringComparison.Ordinal) ? line[..^1] + "1" : line));
}

using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Homeostat.ModelRuntime.MLNet.Tests;

/// <summary>Trains into a folder, and asks as a server would.</summary>
internal static class Trained
{
    internal static Task<TrainingReport> TrainAsync(TempFolder folder, string csv, string config, TrainerSettings settings, string model = "model", int trials = 1)
    {
        var request = new TrainingRequest([folder.File("rows.csv", csv)], folder[model]) { Config = folder.File("config.json", config), Trials = trials };
        return TrainedModelTrainer.TrainAsync(request, settings, CancellationToken.None);
    }

    internal static Func<string, JsonElement> Open(string model)
    {
        var served = TrainedModelFolder.Read(model);
        var scorer = new RowScorer(served, new ServingCounters([.. served.Model.Shapes.Select(shape => shape.Name)]));
        return json =>
        {
            var output = new ArrayBufferWriter<byte>();
            scorer.Score(Encoding.UTF8.GetBytes(json), output);
            return JsonDocument.Parse(output.WrittenMemory).RootElement;
        };
    }

    /// <summary>Rows all over the place, some without values or with unheard-of ones.</summary>
    internal static string Anything(int rows)
    {
        var random = new Random(7);
        return "[" + string.Join(",", Enumerable.Range(0, rows).Select(i => (i % 5) switch
        {
            0 => "{}",
            1 => """{"side":"above","x":"none"}""",
            _ => FormattableString.Invariant($$"""{"x":{{random.NextDouble() * 3 - 1.5:0.###}},"side":"{{(i % 2 == 0 ? "left" : "right")}}","note":"{{"abcd"[i % 4]}}"}"""),
        })) + "]";
    }
}

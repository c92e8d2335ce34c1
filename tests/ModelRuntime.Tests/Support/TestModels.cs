using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Homeostat.ModelRuntime.Tests;

/// <summary>Rows to train on, and models of them.</summary>
internal static class TestModels
{
    internal const string Config = """{ "columns": { "late": { "role": "label" } } }""";

    /// <summary>Lateness that depends on the hour (a line), the distance (a bend) and the carrier; every 13th distance is missing.</summary>
    internal static string Flights(int rows, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("hour,distance,carrier,night,late\n");
        for (int i = 0; i < rows; i++)
        {
            int hour = random.Next(24);
            double distance = Math.Round(random.NextDouble() * 3000, 1);
            string carrier = "ABCDE"[random.Next(5)].ToString();
            double score = 0.15 * (hour - 12) + (distance is > 1000 and < 2000 ? 1.5 : -0.5) + (carrier == "C" ? 1 : 0);
            bool late = random.NextDouble() < 1 / (1 + Math.Exp(-score));
            string known = i % 13 == 0 ? "" : distance.ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{hour},{known},{carrier},{(hour is < 6 or > 21 ? "true" : "false")},{(late ? 1 : 0)}\n");
        }
        return text.ToString();
    }

    internal static Task<TrainingReport> TrainAsync(TempFolder folder, string csv, string config = Config, Func<TrainingRequest, TrainingRequest>? change = null)
    {
        var request = new TrainingRequest([folder.File("rows.csv", csv)], folder["model"]) { Config = folder.File("config.json", config) };
        return ModelTrainer.TrainAsync(change?.Invoke(request) ?? request, CancellationToken.None);
    }

    /// <summary>What a model's server would answer.</summary>
    internal static JsonElement Score(string model, string json)
    {
        var artifact = ArtifactFolder.Read(model);
        var output = new ArrayBufferWriter<byte>();
        new RowScorer(artifact.Served, new ServingCounters([.. artifact.Model.Shapes.Select(shape => shape.Name)])).Score(Encoding.UTF8.GetBytes(json), output);
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }
}

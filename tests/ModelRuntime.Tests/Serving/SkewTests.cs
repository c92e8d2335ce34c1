using System.Globalization;
using System.Text;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime.Tests.Serving;

/// <summary>The same value means the same when a model is trained and when it serves, whatever it looks like.</summary>
public sealed class SkewTests
{
    private static readonly string[] s_numbers = ["1", "2.5", "-3e2", "+7", " 12 ", "inf", "NA", "NaN", "null", "", "abc", "0.1", "1e400", "12", "000", "1.0", "1_000", "0x10"];
    private static readonly string[] s_texts = ["a", "B", "ä", "quote\"d", "com,ma", "line\nbreak", "", "NA", "emoji 🚲", "back\\slash", "true", "1"];
    private static readonly string[] s_truths = ["true", "false", "TRUE", "f", "Yes", "0", "", "NA", "TRUE", "t"];

    [Fact]
    public async Task Score_TrainingRowsAsTexts_GivesWhatTrainingSaw()
    {
        using var folder = new TempFolder();
        var rows = Rows(3000);
        await TestModels.TrainAsync(folder, Csv(rows), Config);
        var artifact = ArtifactFolder.Read(folder["model"]);
        var scored = TestModels.Score(folder["model"], JsonSerializer.Serialize(rows.Select(row => new { number = row[0], text = row[1], truth = row[2] })));
        AssertSame(Trained(artifact, folder["rows.csv"]), scored);
    }

    /// <summary>As the loop sends rows: numbers as numbers, truths as truths, nulls for what is missing, members in any order.</summary>
    [Fact]
    public async Task Score_TrainingRowsTyped_GivesWhatTrainingSaw()
    {
        using var folder = new TempFolder();
        var rows = Rows(3000);
        await TestModels.TrainAsync(folder, Csv(rows), Config);
        var artifact = ArtifactFolder.Read(folder["model"]);
        string json = "[" + string.Join(',', rows.Select(row => $"{{\"truth\":{Truth(row[2])},\"more\":[1,{{}}],\"text\":{Text(row[1])},\"number\":{Number(row[0])}}}")) + "]";
        AssertSame(Trained(artifact, folder["rows.csv"]), TestModels.Score(folder["model"], json));
    }

    private const string Config = """
        { "columns": { "number": { "type": "numeric" }, "text": { "type": "categorical" }, "truth": { "type": "boolean" }, "y": { "role": "label", "type": "categorical" } } }
        """;

    private static void AssertSame(double[] trained, JsonElement scored)
    {
        Assert.Equal(trained.Length, scored.GetArrayLength());
        for (int i = 0; i < trained.Length; i++) Assert.Equal(trained[i], scored[i].GetProperty("probability").GetDouble(), 1e-12);
    }

    /// <summary>The model's probabilities by the way training reads.</summary>
    private static double[] Trained(ModelArtifact artifact, string csv)
    {
        using var input = BatchInput.Resolve(csv);
        var coders = artifact.Served.Coders();
        using var rows = new RowReader(input, [.. coders.Select(coder => coder.Shape.Name)], artifact.Reference.Schema.MissingTokens);
        var probabilities = new List<double>();
        double[] scores = new double[1];
        while (rows.Read())
        {
            FeatureValue[] values = [.. coders.Select((coder, i) => rows.IsMissing(i) ? coder.Missing : coder.Read(rows.Utf8(i), out _))];
            artifact.Model.Score(values, scores);
            probabilities.Add(LogisticLoss.Sigmoid(scores[0]));
        }
        return [.. probabilities];
    }

    private static List<string[]> Rows(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ => new[]
        {
            random.Next(4) == 0 ? s_numbers[random.Next(s_numbers.Length)] : (random.NextDouble() * 100).ToString("R", CultureInfo.InvariantCulture),
            s_texts[random.Next(s_texts.Length)],
            s_truths[random.Next(s_truths.Length)],
        })];
    }

    private static string Csv(List<string[]> rows)
    {
        var text = new StringBuilder("number,text,truth,y\n");
        for (int i = 0; i < rows.Count; i++)
            text.AppendJoin(',', rows[i].Append((rows[i][0].Length + rows[i][1].Length + i) % 3 == 0 ? "yes" : "no").Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        return text.ToString();
    }

    private static string Number(string text) =>
        text is "" or "NA" or "NaN" or "null" ? "null" : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && text.Trim() != "inf"
            ? number.ToString("R", CultureInfo.InvariantCulture) : JsonSerializer.Serialize(text);

    private static string Text(string text) => text is "" or "NA" ? "null" : JsonSerializer.Serialize(text);

    private static string Truth(string text) => bool.TryParse(text, out bool truth) ? truth ? "true" : "false" : text is "" or "NA" ? "null" : JsonSerializer.Serialize(text);
}

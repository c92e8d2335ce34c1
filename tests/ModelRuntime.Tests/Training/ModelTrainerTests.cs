using System.Text;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime.Tests.Training;

public sealed class ModelTrainerTests
{
    [Fact]
    public async Task Train_Flights_LearnsLineBendAndCategory()
    {
        using var folder = new TempFolder();
        var report = await TestModels.TrainAsync(folder, TestModels.Flights(8000, 1));
        Assert.Equal(TaskKind.Binary, report.Task);
        Assert.Equal(4, report.Features);
        // The generator's own probabilities reach about 0.82 on these rows; a line for the distance would not pass 0.75.
        Assert.True(report.Metrics["rocAuc"] > 0.78, $"{report.Metrics["rocAuc"]}");
        Assert.True(report.Metrics["accuracy"] is > 0.6 and <= 1);
    }

    [Fact]
    public async Task Train_NumericLabel_IsRegressionInTheLabelsUnit()
    {
        using var folder = new TempFolder();
        var csv = new StringBuilder("x,kind,y\n");
        var random = new Random(2);
        for (int i = 0; i < 2000; i++) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i % 100},{"ab"[i % 2]},{(i % 100 * 30) + (i % 2 * 500) + 10_000 + random.NextDouble()}\n");
        var report = await TestModels.TrainAsync(folder, csv.ToString(), """{ "columns": { "y": { "role": "label" } } }""");
        Assert.Equal(TaskKind.Regression, report.Task);
        Assert.InRange(report.Metrics["meanAbsoluteError"], 0, 20);
        var answer = TestModels.Score(folder["model"], """[{"x":50,"kind":"b"}]""")[0];
        Assert.Equal(12_000, answer.GetProperty("prediction").GetDouble(), 30.0);
        Assert.False(answer.TryGetProperty("probability", out _));
    }

    [Fact]
    public async Task Train_ThreeClasses_GivesTheProbabilityOfTheAnswer()
    {
        using var folder = new TempFolder();
        var csv = new StringBuilder("x,y\n");
        for (int i = 0; i < 3000; i++) csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i % 30},{(i % 30 < 10 ? "low" : i % 30 < 20 ? "middle" : "high")}\n");
        var report = await TestModels.TrainAsync(folder, csv.ToString(), """{ "columns": { "y": { "role": "label" } }, "straightening": 1 }""");
        Assert.Equal(TaskKind.Multiclass, report.Task);
        Assert.True(report.Metrics["accuracy"] > 0.95);
        var answers = TestModels.Score(folder["model"], """[{"x":2},{"x":15},{"x":28}]""");
        Assert.Equal(["low", "middle", "high"], answers.EnumerateArray().Select(answer => answer.GetProperty("prediction").GetString()));
        Assert.All(answers.EnumerateArray(), answer => Assert.InRange(answer.GetProperty("probability").GetDouble(), 0.5, 1));
    }

    /// <summary>The score is the probability of the class that the loop's judge takes for the positive one, and an answer reads as its label.</summary>
    [Theory]
    [InlineData("yes", "no", "yes")]
    [InlineData("UP", "DOWN", "UP")]
    [InlineData("true", "false", "true")]
    [InlineData("0", "1", "1")]
    [InlineData("2", "1", "1")]
    [InlineData("3", "2", "3")]
    public async Task Train_TwoClasses_ScoresThePositiveOfTheLoop(string one, string other, string positive)
    {
        using var folder = new TempFolder();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{(i % 2 == 0 ? "a" : "b")},{(i % 2 == 0 ? one : other)}\n"));
        await TestModels.TrainAsync(folder, csv, """{ "columns": { "y": { "role": "label" } } }""");
        var artifact = ArtifactFolder.Read(folder["model"]);
        Assert.Equal(HoldoutTask.Of([LabelText.Canonical(one), LabelText.Canonical(other)], artifact.Model.Task.Label.Type).Positive, artifact.Model.Task.Positive);
        var answer = TestModels.Score(folder["model"], """[{"x":"a"}]""")[0];
        Assert.Equal(LabelText.Canonical(one), LabelText.Canonical(answer.GetProperty("prediction").ToString()));
        Assert.Equal(positive == one, answer.GetProperty("probability").GetDouble() > 0.5);
    }

    [Fact]
    public async Task Train_FromChampion_TakesFewerPassesToTheSameModel()
    {
        using TempFolder first = new(), second = new();
        string csv = TestModels.Flights(5000, 1);
        string config = """{ "columns": { "late": { "role": "label" } }, "validation": 0 }""";
        await TestModels.TrainAsync(first, csv, config);
        var report = await TestModels.TrainAsync(second, csv, config, request => request with { Champion = first["model"] });
        Assert.Empty(report.Notes);
        ArtifactInfo cold = ArtifactFolder.Read(first["model"]).Info, warm = ArtifactFolder.Read(second["model"]).Info;
        Assert.Equal(cold.DataHash, warm.StartedFrom);
        Assert.True(warm.Passes < cold.Passes / 2, $"{warm.Passes} passes from the champion, {cold.Passes} from nothing");
    }

    [Fact]
    public async Task Train_FromAnotherLabelsChampion_StartsFromNothingAndSaysSo()
    {
        using TempFolder first = new(), second = new();
        string csv = TestModels.Flights(500, 1);
        await TestModels.TrainAsync(first, csv, """{ "columns": { "night": { "role": "label" } } }""");
        var report = await TestModels.TrainAsync(second, csv, change: request => request with { Champion = first["model"] });
        Assert.Contains(report.Notes, note => note.Contains("started from nothing", StringComparison.Ordinal));
        Assert.Null(ArtifactFolder.Read(second["model"]).Info.StartedFrom);
    }

    [Theory]
    [InlineData("artifact.json", """{ "format": "homeostat-mlnet-model", "version": 1 }""")]
    [InlineData("model.pickle", "")]
    public async Task Train_FromAChampionOfAnotherKind_StartsFromNothingAndSaysSo(string file, string content)
    {
        using TempFolder other = new(), folder = new();
        other.File(file, content);
        var report = await TestModels.TrainAsync(folder, TestModels.Flights(500, 1), change: request => request with { Champion = other.Root });
        Assert.Contains(report.Notes, note => note.Contains("of another kind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Train_Trials_KeepsTheBest()
    {
        using var folder = new TempFolder();
        await TestModels.TrainAsync(folder, TestModels.Flights(3000, 1), """{ "columns": { "late": { "role": "label" } }, "straightening": 400 }""", request => request with { Trials = 5 });
        var info = ArtifactFolder.Read(folder["model"]).Info;
        Assert.Equal(5, info.Trials.Length);
        var best = info.Trials.MinBy(trial => trial.Loss)!;
        Assert.Equal((best.L2, best.Straightening), (info.L2!.Value, info.Straightening!.Value));
    }

    /// <summary>A bend that is there is found, and where there is none a straight line stays one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Train_Straightening_IsChosenByTheRows(bool bends)
    {
        using var folder = new TempFolder();
        var csv = new System.Text.StringBuilder("x,y\n");
        var random = new Random(4);
        for (int i = 0; i < 4000; i++)
        {
            double x = random.NextDouble() * 6 - 3, score = bends ? 3 * Math.Sin(2 * x) : x;
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{x:F4},{(random.NextDouble() < 1 / (1 + Math.Exp(-score)) ? "yes" : "no")}\n");
        }
        await TestModels.TrainAsync(folder, csv.ToString(), """{ "columns": { "y": { "role": "label" } } }""");
        var info = ArtifactFolder.Read(folder["model"]).Info;
        Assert.Equal(bends, info.Straightening <= 100);
        Assert.Equal(!bends, info.Straightening >= 1000);
    }

    [Fact]
    public async Task Train_Balanced_FindsMoreOfTheRareClass()
    {
        using TempFolder plain = new(), balanced = new();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{(i % 10 == 0 || i % 7 == 0 ? "a" : "b")},{(i % 10 == 0 ? "yes" : "no")}\n"));
        const string Label = """{ "columns": { "y": { "role": "label" } } }""";
        await TestModels.TrainAsync(plain, csv, Label);
        await TestModels.TrainAsync(balanced, csv, Label[..^1] + """, "classWeights": "balanced" }""");
        const string Row = """[{"x":"a"}]""";
        Assert.True(TestModels.Score(balanced["model"], Row)[0].GetProperty("probability").GetDouble() > TestModels.Score(plain["model"], Row)[0].GetProperty("probability").GetDouble() + 0.2);
    }

    [Fact]
    public async Task Train_MoreRowsThanTheMost_TakesASample()
    {
        using var folder = new TempFolder();
        var report = await TestModels.TrainAsync(folder, TestModels.Flights(4000, 1), """{ "columns": { "late": { "role": "label" } }, "mostRows": 1000 }""");
        Assert.InRange(report.Rows, 850, 1000);
    }

    [Fact]
    public async Task Train_RowsWithoutALabel_AreLeftOutAndTold()
    {
        using var folder = new TempFolder();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i % 5},{(i % 3 == 0 ? "" : i % 2 == 0 ? "a" : "b")}\n"));
        var report = await TestModels.TrainAsync(folder, csv, """{ "columns": { "y": { "role": "label" } } }""");
        Assert.Equal(200, report.Rows);
        Assert.Contains(report.Notes, note => note.StartsWith("100 rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x,y\n1,a\n2,a\n", """{ "columns": { "y": { "role": "label" } } }""", "HS3202")]
    [InlineData("x,y\n1,\n2,\n", """{ "columns": { "y": { "role": "label" } } }""", "HS3202")]
    [InlineData("x,y\n1,a\n2,b\n", "{}", "HS3202")]
    [InlineData("x,y\n1,a\n2,b\n", """{ "columns": { "y": { "role": "label" }, "x": { "role": "id" } } }""", "HS3202")]
    [InlineData("x,y\n1,a\n2,b\n", """{ "columns": { "y": { "role": "label" } }, "task": "regression" }""", "HS3201")]
    [InlineData("x,y\n1,a\n2,b\n", """{ "columns": { "y": { "role": "label" } }, "classWeights": { "c": 2 } }""", "HS3201")]
    [InlineData("x,y\n1,a\n2,b\n", """{ "columns": { "z": { "role": "label" } } }""", "HS1021")]
    public async Task Train_NothingToLearn_IsToldAndLeavesNoModel(string csv, string config, string code)
    {
        using var folder = new TempFolder();
        var error = await Assert.ThrowsAsync<BadInputException>(() => TestModels.TrainAsync(folder, csv, config));
        Assert.Equal(code, error.Code);
        Assert.False(File.Exists(folder["model/artifact.json"]));
    }
}

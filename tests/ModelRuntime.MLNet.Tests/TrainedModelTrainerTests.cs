using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime.MLNet.Tests;

public sealed class TrainedModelTrainerTests
{
    private const string FourRows = """[{"x":0.8,"side":"right"},{"x":-0.8,"side":"right"},{"x":0.8,"side":"left"},{"x":-0.8,"side":"left"}]""";

    [Fact]
    public async Task TwoClasses_ThatTwoFeaturesTellTogether_TreesTellAndALineDoesNot()
    {
        using var folder = new TempFolder();
        string csv = Rows.Make(4000, Rows.Agrees);
        var trees = await Trained.TrainAsync(folder, csv, Rows.Classes, new TrainerSettings(TrainerKind.FastTree), "trees");
        var line = await Trained.TrainAsync(folder, csv, Rows.Classes, new TrainerSettings(TrainerKind.Sdca), "line");
        Assert.Equal(TaskKind.Binary, trees.Task);
        Assert.InRange(trees.Metrics["accuracy"], 0.95, 1);
        Assert.InRange(line.Metrics["accuracy"], 0, 0.65);
        var answers = Trained.Open(folder["trees"])(FourRows).EnumerateArray().ToList();
        Assert.Equal([1, 0, 0, 1], answers.Select(answer => answer.GetProperty("prediction").GetInt32()));
        Assert.All(answers, answer => Assert.Equal(answer.GetProperty("prediction").GetInt32() == 1, answer.GetProperty("probability").GetDouble() > 0.5));
    }

    [Theory]
    [InlineData("FastTree")]
    [InlineData("Sdca")]
    public async Task MoreClasses_AreToldByName(string kind)
    {
        using var folder = new TempFolder();
        var report = await Trained.TrainAsync(folder, Rows.Make(3000, Rows.Quarter), Rows.Classes, new TrainerSettings(Enum.Parse<TrainerKind>(kind)));
        Assert.Equal(TaskKind.Multiclass, report.Task);
        Assert.InRange(report.Metrics["accuracy"], 0.9, 1);
        var answers = Trained.Open(folder["model"])(FourRows).EnumerateArray().ToList();
        Assert.Equal(["high right", "low right", "high left", "low left"], answers.Select(answer => answer.GetProperty("prediction").GetString()));
        Assert.All(answers, answer => Assert.InRange(answer.GetProperty("probability").GetDouble(), 0.5, 1));
    }

    [Fact]
    public async Task Numbers_AreToldInTheLabelsUnit()
    {
        using var folder = new TempFolder();
        var report = await Trained.TrainAsync(folder, Rows.Make(4000, Rows.Signed), Rows.Numbers, new TrainerSettings(TrainerKind.FastTree));
        Assert.Equal(TaskKind.Regression, report.Task);
        Assert.InRange(report.Metrics["meanAbsoluteError"], 0, 3);
        var answers = Trained.Open(folder["model"])(FourRows).EnumerateArray().Select(answer => answer.GetProperty("prediction").GetDouble()).ToList();
        double[] right = [140, 60, 60, 140];
        for (int i = 0; i < right.Length; i++) Assert.InRange(answers[i], right[i] - 6, right[i] + 6);
    }

    [Theory]
    [InlineData("FastTree")]
    [InlineData("Sdca")]
    public async Task SameRowsAndSeed_AnswerTheSame(string kind)
    {
        using var folder = new TempFolder();
        string csv = Rows.Make(2000, Rows.Agrees), rows = Trained.Anything(200);
        var settings = new TrainerSettings(Enum.Parse<TrainerKind>(kind));
        await Trained.TrainAsync(folder, csv, Rows.Classes, settings, "one");
        await Trained.TrainAsync(folder, csv, Rows.Classes, settings, "other");
        Assert.Equal(Trained.Open(folder["one"])(rows).ToString(), Trained.Open(folder["other"])(rows).ToString());
    }

    [Fact]
    public async Task Trials_KeepTheSettingsThatDidBest()
    {
        using TempFolder once = new(), often = new();
        string csv = Rows.Make(2000, Rows.Signed);
        var settings = new TrainerSettings(TrainerKind.FastTree) { Trees = 2, Leaves = 2 };
        var first = await Trained.TrainAsync(once, csv, Rows.Numbers, settings);
        var best = await Trained.TrainAsync(often, csv, Rows.Numbers, settings, trials: 4);
        Assert.True(best.Metrics["rootMeanSquaredError"] < first.Metrics["rootMeanSquaredError"]);
        using var info = JsonDocument.Parse(File.ReadAllText(often["model/artifact.json"]));
        Assert.NotEqual(2, info.RootElement.GetProperty("settings").GetProperty("trees").GetInt32());
    }

    [Theory]
    [InlineData("FastTree", 12)]
    [InlineData("FastTree", 60)]
    [InlineData("Sdca", 12)]
    [InlineData("Sdca", 60)]
    public async Task FewRows_AndALabelThatChangesLate_AreLearnedFrom(string kind, int rows)
    {
        using var folder = new TempFolder();
        string csv = "x,label\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 7},{(i > rows * 0.9 ? 1 : 0)}\n"));
        await Trained.TrainAsync(folder, csv, Rows.Classes, new TrainerSettings(Enum.Parse<TrainerKind>(kind)));
        Assert.InRange(Trained.Open(folder["model"])("""[{"x":3}]""")[0].GetProperty("probability").GetDouble(), 0, 1);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary><c>train</c>: the options of <c>homeostat model train</c>, and the trainer's.</summary>
internal sealed class TrainCommand : Command
{
    private static readonly TrainerSettings s_usual = new(TrainerKind.FastTree);

    private readonly Option<TrainerKind> _trainer = new("--trainer") { HelpName = "fasttree|sdca", Required = true, Description = "What learns: boosted trees, or a linear model." };
    private readonly Option<string[]> _data = new("--data") { HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true, Description = "Rows in order of time: files, folders or quoted globs, CSV or JSON lines; or the manifest of a dataset." };
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "FOLDER", Required = true, Description = "Where the model goes; the folder is made, or holds no model yet." };
    private readonly Option<string> _config = new("--config") { HelpName = "FILE", Description = "Types and roles of columns, as JSON; a manifest brings its own roles." };
    private readonly Option<string> _root = new("--root") { HelpName = "FOLDER", Description = "Where the names in a manifest start; found from where it lies otherwise." };
    private readonly Option<string> _champion = new("--champion") { HelpName = "FOLDER", Description = "Not used: these trainers start from nothing." };
    private readonly Option<int> _seed = Whole("--seed", 0, int.MaxValue, 0, "Seed of everything random");
    private readonly Option<int> _trials = Whole("--trials", 1, 1000, 1, "Settings to try: the given ones, then random ones");
    private readonly Option<int> _trees = Whole("--trees", 1, 10_000, s_usual.Trees, "Trees, of fasttree");
    private readonly Option<int> _leaves = Whole("--leaves", 2, 1024, s_usual.Leaves, "Most leaves of a tree, of fasttree");
    private readonly Option<int> _leafRows = Whole("--leaf-rows", 1, 1_000_000, s_usual.LeafRows, "Fewest rows of a leaf, of fasttree");
    private readonly Option<double> _rate = new("--rate") { HelpName = "X", DefaultValueFactory = _ => s_usual.Rate, Description = "How much of each tree is taken, of fasttree, above 0 and at most 1." };
    private readonly Option<double?> _l2 = new("--l2") { HelpName = "X", Description = "L2 regularisation, of sdca; chosen by the number of rows otherwise." };

    internal TrainCommand(TextWriter output)
        : base("train", "Trains a model with ML.NET and writes it, with the fingerprint of its rows and its metrics, as a folder.")
    {
        Option[] options = [_trainer, _data, _output, _config, _root, _champion, _seed, _trials, _trees, _leaves, _leafRows, _rate, _l2];
        foreach (var option in options) Add(option);
        Above0(_rate, most: 1);
        Above0(_l2, most: 1e6);
        this.SetAction(async (parsed, cancellation) =>
        {
            var report = await TrainedModelTrainer.TrainAsync(Request(parsed), Settings(parsed), cancellation);
            Tell(report, parsed.GetRequiredValue(_output), output);
            return 0;
        });
    }

    private TrainingRequest Request(ParseResult parsed) => new([.. parsed.GetRequiredValue(_data)], parsed.GetRequiredValue(_output))
    {
        Config = parsed.GetValue(_config),
        Root = parsed.GetValue(_root),
        Champion = parsed.GetValue(_champion),
        Seed = parsed.GetValue(_seed),
        Trials = parsed.GetValue(_trials),
    };

    private TrainerSettings Settings(ParseResult parsed) => new(parsed.GetValue(_trainer))
    {
        Trees = parsed.GetValue(_trees),
        Leaves = parsed.GetValue(_leaves),
        LeafRows = parsed.GetValue(_leafRows),
        Rate = parsed.GetValue(_rate),
        L2 = parsed.GetValue(_l2),
    };

    private static void Tell(TrainingReport report, string folder, TextWriter output)
    {
        foreach (string note in report.Notes) output.WriteLine(note);
        string metrics = string.Join(", ", report.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:G4}")));
        if (metrics.Length > 0) output.WriteLine($"On the latest rows, unseen: {metrics}.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A model for {report.Task.ToString().ToLowerInvariant()}, from {report.Rows:N0} rows and {report.Features:N0} features, is in {folder}."));
    }

    private static Option<int> Whole(string name, int least, int most, int usual, string what)
    {
        var option = new Option<int>(name) { HelpName = "N", DefaultValueFactory = _ => usual, Description = what + "." };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{result.Tokens[0].Value}', expected a whole number from {least} to {most}."));
        });
        return option;
    }

    private static void Above0<T>(Option<T> option, double most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !(number > 0 && number <= most)))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is '{result.Tokens[0].Value}', expected a number above 0 and at most {most:R}."));
    });
}

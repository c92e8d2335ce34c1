using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Homeostat.ModelRuntime;

namespace Homeostat.Cli;

/// <summary><c>homeostat model train</c>: options.</summary>
internal sealed class ModelTrainCommand : Command
{
    private const int MostTrials = 1000;

    private readonly Option<string[]> _data = new("--data") { HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true, Description = "Rows in order of time: files, folders or quoted globs, CSV or JSON lines; or the manifest of a dataset." };
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "FOLDER", Required = true, Description = "Where the model goes; the folder is made, or holds no model yet." };
    private readonly Option<string> _config = new("--config") { HelpName = "FILE", Description = "Types and roles of columns and settings, as JSON; a manifest brings its own roles." };
    private readonly Option<string> _seed = new("--seed") { HelpName = "N", Description = "Seed of everything random; 0 otherwise." };
    private readonly Option<string> _champion = new("--champion") { HelpName = "FOLDER", Description = "Start from this model's coefficients." };
    private readonly Option<string> _trials = new("--trials") { HelpName = "N", Description = "Settings to try: the configured ones, then random ones; 1 otherwise." };
    private readonly Option<string> _root = new("--root") { HelpName = "FOLDER", Description = "Where the names in a manifest start; found from where it lies otherwise." };

    internal ModelTrainCommand(Terminal terminal)
        : base("train", "Trains an additive model and writes it, with the fingerprint of its rows and its metrics, as a folder.")
    {
        Add(_data);
        Add(_output);
        Add(_config);
        Add(_seed);
        Add(_champion);
        Add(_trials);
        Add(_root);
        Validators.Add(Validate);
        this.SetAction((parsed, _) => new TrainModel(terminal).RunAsync(Request(parsed)));
    }

    private TrainingRequest Request(ParseResult parsed) => new([.. parsed.GetRequiredValue(_data)], parsed.GetRequiredValue(_output))
    {
        Config = parsed.GetValue(_config),
        Seed = Whole(parsed.GetValue(_seed), int.MaxValue) ?? 0,
        Champion = parsed.GetValue(_champion),
        Trials = Whole(parsed.GetValue(_trials), MostTrials) ?? 1,
        Root = parsed.GetValue(_root),
    };

    private void Validate(CommandResult result)
    {
        if (CommonOptions.Given(result, _seed) is { } seed && Whole(seed, int.MaxValue) is null) result.AddError($"--seed is '{seed}', expected a whole number from 0 to {int.MaxValue}.");
        if (CommonOptions.Given(result, _trials) is { } trials && Whole(trials, MostTrials) is null or 0) result.AddError($"--trials is '{trials}', expected a number from 1 to {MostTrials}.");
    }

    private static int? Whole(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most ? number : null;
}

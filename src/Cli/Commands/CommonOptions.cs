using System.CommandLine;
using System.CommandLine.Parsing;

namespace Homeostat.Cli;

/// <summary>Options of more than one command, and what they have in common.</summary>
internal static class CommonOptions
{
    internal static readonly Option<string> Schema = new("--schema") { HelpName = "FILE", Description = "Types and roles of columns, as JSON; guessed from the reference otherwise." };
    internal static readonly Option<int> Workers = MakeWorkers();
    internal static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Write nothing but errors and the files asked for." };

    /// <summary>A result must not replace the data it was made from.</summary>
    internal static void RefuseOverwriting(CommandResult result, string option, string? output, params string[] inputs)
    {
        if (string.IsNullOrEmpty(output) || output == "-") return;
        foreach (string input in inputs)
            if (input.Length > 0 && Path.GetFullPath(input) == Path.GetFullPath(output)) result.AddError($"{option} would overwrite the input '{input}'.");
    }

    private static Option<int> MakeWorkers()
    {
        var option = new Option<int>("--workers") { HelpName = "N", Description = "Threads that count side by side; one a processor otherwise." };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out int workers) || workers is < 1 or > 1024))
                result.AddError($"--workers is '{token.Value}', expected a number from 1 to 1024.");
        });
        return option;
    }
}

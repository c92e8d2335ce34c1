using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Homeostat.Cli;

/// <summary>Options of more than one command, and what they have in common. Made anew for each command: an option remembers its parents.</summary>
internal sealed class CommonOptions
{
    private const int MostWorkers = 1024;

    internal Option<string> Schema { get; } = new("--schema") { HelpName = "FILE", Description = "Types and roles of columns, as JSON; guessed from the reference otherwise." };

    internal Option<string> Workers { get; } = new("--workers") { HelpName = "N", Description = "Threads that count side by side; one a processor otherwise." };

    internal Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Write nothing but errors and the files asked for." };

    /// <summary>A result must not replace the data it was made from.</summary>
    internal static void RefuseOverwriting(CommandResult result, string option, string? output, params string[] inputs)
    {
        if (string.IsNullOrEmpty(output) || output == "-") return;
        foreach (string input in inputs)
            if (input.Length > 0 && Path.GetFullPath(input) == Path.GetFullPath(output)) result.AddError($"{option} would overwrite the input '{input}'.");
    }

    /// <summary>What was given for an option; null when it, or its value, is not there. A missing value is told by the parser, after validation.</summary>
    internal static string? Given(CommandResult result, Option<string> option) =>
        result.GetResult(option) is { Tokens: [var value, ..] } ? value.Value : null;

    /// <summary>The number of workers; 0 when the option is not there.</summary>
    internal int WorkersOf(ParseResult parsed) => Number(parsed.GetValue(Workers)) ?? 0;

    internal void RefuseBadWorkers(CommandResult result)
    {
        if (Given(result, Workers) is { } text && Number(text) is null) result.AddError($"--workers is '{text}', expected a number from 1 to {MostWorkers}.");
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int workers) && workers is >= 1 and <= MostWorkers ? workers : null;
}

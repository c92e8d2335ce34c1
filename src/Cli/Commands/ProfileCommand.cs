using System.CommandLine;
using System.CommandLine.Parsing;

namespace Homeostat.Cli;

/// <summary><c>homeostat profile</c>: arguments and options.</summary>
internal static class ProfileCommand
{
    private static readonly Argument<string> s_reference = new("REFERENCE") { Description = "What the model was trained on: a file, a folder, a quoted glob, or - for standard input." };
    private static readonly Option<string> s_output = new("--output", "-o") { HelpName = "FILE", Description = "Where to write; the reference's name and .hfp in the current folder otherwise, - for standard output." };

    internal static Command Make(Terminal terminal)
    {
        var command = new Command("profile", "Makes the fingerprint of a reference: counts of a few kilobytes that stand for its rows from then on.")
        {
            s_reference, CommonOptions.Schema, s_output, CommonOptions.Workers, CommonOptions.Quiet,
        };
        command.Validators.Add(Validate);
        command.SetAction(parsed => new Profile(Request(parsed), terminal).Run());
        return command;
    }

    private static ProfileRequest Request(ParseResult parsed) => new()
    {
        Reference = parsed.GetRequiredValue(s_reference),
        Schema = parsed.GetValue(CommonOptions.Schema),
        Output = parsed.GetValue(s_output),
        Workers = CommonOptions.WorkersOf(parsed),
        Quiet = parsed.GetValue(CommonOptions.Quiet),
    };

    private static void Validate(CommandResult result)
    {
        CommonOptions.RefuseBadWorkers(result);
        if (result.GetValue(s_reference) is { } reference)
            CommonOptions.RefuseOverwriting(result, "--output", result.GetValue(s_output), reference);
    }
}

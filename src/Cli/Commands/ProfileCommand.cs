using System.CommandLine;
using System.CommandLine.Parsing;

namespace Homeostat.Cli;

/// <summary><c>homeostat profile</c>: arguments and options.</summary>
internal sealed class ProfileCommand : Command
{
    private readonly CommonOptions _common = new();
    private readonly Argument<string> _reference = new("REFERENCE") { Description = "What the model was trained on: a file, a folder, a quoted glob, or - for standard input." };
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "FILE", Description = "Where to write; the reference's name and .hfp in the current folder otherwise, - for standard output." };

    internal ProfileCommand(Terminal terminal)
        : base("profile", "Makes the fingerprint of a reference: counts of a few kilobytes that stand for its rows from then on.")
    {
        Add(_reference);
        Add(_common.Schema);
        Add(_output);
        Add(_common.Workers);
        Add(_common.Quiet);
        Validators.Add(Validate);
        this.SetAction(parsed => new Profile(Request(parsed), terminal).Run());
    }

    private ProfileRequest Request(ParseResult parsed) => new()
    {
        Reference = parsed.GetRequiredValue(_reference),
        Schema = parsed.GetValue(_common.Schema),
        Output = parsed.GetValue(_output),
        Workers = _common.WorkersOf(parsed),
        Quiet = parsed.GetValue(_common.Quiet),
    };

    private void Validate(CommandResult result)
    {
        _common.RefuseBadWorkers(result);
        if (result.GetValue(_reference) is { } reference)
            CommonOptions.RefuseOverwriting(result, "--output", CommonOptions.Given(result, _output), reference);
    }
}

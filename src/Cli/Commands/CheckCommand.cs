using System.CommandLine;
using System.CommandLine.Parsing;

namespace Homeostat.Cli;

/// <summary><c>homeostat check</c>: arguments and options.</summary>
internal sealed class CheckCommand : Command
{
    private readonly CommonOptions _common = new();
    private readonly Argument<string> _reference = new("REFERENCE") { Description = "What the model was trained on: a file, a folder, a quoted glob, - for standard input, or a fingerprint (.hfp)." };
    private readonly Argument<string> _current = new("CURRENT") { Description = "What reaches the model now: a file, a folder, a quoted glob, or - for standard input." };
    private readonly Option<string> _policy = new("--policy") { HelpName = "FILE", Description = "Thresholds, as JSON; defaults otherwise." };
    private readonly Option<string> _json = new("--json") { HelpName = "FILE", Description = "Write the report as JSON; - for standard output, and nothing else there." };
    private readonly Option<string> _html = new("--html") { HelpName = "FILE", Description = "Write the report as one HTML page." };
    private readonly Option<bool> _all = new("--all") { Description = "List the features that passed too." };

    internal CheckCommand(Terminal terminal)
        : base("check", "Counts a batch over the reference's grid and judges, column by column, whether it drifted.")
    {
        Add(_reference);
        Add(_current);
        Add(_common.Schema);
        Add(_policy);
        Add(_json);
        Add(_html);
        Add(_common.Workers);
        Add(_all);
        Add(_common.Quiet);
        Validators.Add(Validate);
        this.SetAction(parsed => new Check(Request(parsed), terminal).Run());
    }

    private CheckRequest Request(ParseResult parsed) => new()
    {
        Reference = parsed.GetRequiredValue(_reference),
        Current = parsed.GetRequiredValue(_current),
        Schema = parsed.GetValue(_common.Schema),
        Policy = parsed.GetValue(_policy),
        Json = parsed.GetValue(_json),
        Html = parsed.GetValue(_html),
        Workers = _common.WorkersOf(parsed),
        Quiet = parsed.GetValue(_common.Quiet),
        All = parsed.GetValue(_all),
    };

    private void Validate(CommandResult result)
    {
        _common.RefuseBadWorkers(result);
        if (result.GetValue(_reference) is not { } reference || result.GetValue(_current) is not { } current) return;
        if (reference == "-" && current == "-") result.AddError("Both sides are standard input; only one can be.");
        string? json = CommonOptions.Given(result, _json), html = CommonOptions.Given(result, _html);
        if (json is not null && json == html) result.AddError($"--json and --html both name '{json}'; one would overwrite the other.");
        if (html == "-") result.AddError("--html needs a file; only --json can write to standard output.");
        CommonOptions.RefuseOverwriting(result, "--json", json, reference, current);
        CommonOptions.RefuseOverwriting(result, "--html", html, reference, current);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;

namespace Homeostat.Cli;

/// <summary><c>homeostat check</c>: arguments and options.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> s_reference = new("REFERENCE") { Description = "What the model was trained on: a file, a folder, a quoted glob, - for standard input, or a fingerprint (.hfp)." };
    private static readonly Argument<string> s_current = new("CURRENT") { Description = "What reaches the model now: a file, a folder, a quoted glob, or - for standard input." };
    private static readonly Option<string> s_policy = new("--policy") { HelpName = "FILE", Description = "Thresholds, as JSON; defaults otherwise." };
    private static readonly Option<string> s_json = new("--json") { HelpName = "FILE", Description = "Write the report as JSON; - for standard output, and nothing else there." };
    private static readonly Option<string> s_html = new("--html") { HelpName = "FILE", Description = "Write the report as one HTML page." };
    private static readonly Option<bool> s_all = new("--all") { Description = "List the features that passed too." };

    internal static Command Make(Terminal terminal)
    {
        var command = new Command("check", "Counts a batch over the reference's grid and judges, column by column, whether it drifted.")
        {
            s_reference, s_current, CommonOptions.Schema, s_policy, s_json, s_html, CommonOptions.Workers, s_all, CommonOptions.Quiet,
        };
        command.Validators.Add(Validate);
        command.SetAction(parsed => new Check(Request(parsed), terminal).Run());
        return command;
    }

    private static CheckRequest Request(ParseResult parsed) => new()
    {
        Reference = parsed.GetRequiredValue(s_reference),
        Current = parsed.GetRequiredValue(s_current),
        Schema = parsed.GetValue(CommonOptions.Schema),
        Policy = parsed.GetValue(s_policy),
        Json = parsed.GetValue(s_json),
        Html = parsed.GetValue(s_html),
        Workers = CommonOptions.WorkersOf(parsed),
        Quiet = parsed.GetValue(CommonOptions.Quiet),
        All = parsed.GetValue(s_all),
    };

    private static void Validate(CommandResult result)
    {
        CommonOptions.RefuseBadWorkers(result);
        if (result.GetValue(s_reference) is not { } reference || result.GetValue(s_current) is not { } current) return;
        if (reference == "-" && current == "-") result.AddError("Both sides are standard input; only one can be.");
        string? json = result.GetValue(s_json), html = result.GetValue(s_html);
        if (json is not null && json == html) result.AddError($"--json and --html both name '{json}'; one would overwrite the other.");
        if (html == "-") result.AddError("--html needs a file; only --json can write to standard output.");
        CommonOptions.RefuseOverwriting(result, "--json", json, reference, current);
        CommonOptions.RefuseOverwriting(result, "--html", html, reference, current);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Homeostat.Cli;

/// <summary><c>homeostat journal</c>: arguments and options.</summary>
internal sealed class JournalCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _model = new("MODEL") { Description = "The model, as its policy names it." };
    private readonly Option<bool> _verify = new("--verify") { Description = "Walk the chain of hashes instead, and say whether a byte was changed." };
    private readonly Option<bool> _follow = new("--follow", "-f") { Description = "Go on as the journal grows, until Ctrl+C." };
    private readonly Option<string> _last = new("--last") { HelpName = "N", Description = $"The latest N records; {ShowJournal.Usual} otherwise, and all with --json or --since." };
    private readonly Option<string> _since = new("--since") { HelpName = "TIME", Description = "Records from a time on: 2026-03-02, 2026-03-02T08:00 (UTC), or how long ago: 30m, 24h, 7d." };
    private readonly Option<bool> _json = new("--json") { Description = "The records as they are stored, evidence and hashes included: one JSON object a line." };
    private readonly Option<string> _state = StateFolder.Option();

    internal JournalCommand(Terminal terminal)
        : base("journal", "Shows what was decided for a model, and verifies that nobody changed it since.")
    {
        _terminal = terminal;
        Add(_model);
        Add(_verify);
        Add(_follow);
        Add(_last);
        Add(_since);
        Add(_json);
        Add(_state);
        Validators.Add(Validate);
        this.SetAction(parsed => Run(Request(parsed)));
    }

    private int Run(JournalRequest request) => request.Verify ? new VerifyJournal(request, _terminal).Run() : new ShowJournal(request, _terminal).Run();

    private JournalRequest Request(ParseResult parsed) => new()
    {
        Model = parsed.GetRequiredValue(_model),
        State = parsed.GetRequiredValue(_state),
        Verify = parsed.GetValue(_verify),
        Follow = parsed.GetValue(_follow),
        Json = parsed.GetValue(_json),
        Last = parsed.GetValue(_last) is { } last ? Number(last) : null,
        Since = parsed.GetValue(_since) is { } since ? Since.Parse(since, _terminal.Clock.GetUtcNow()) : null,
    };

    private void Validate(CommandResult result)
    {
        string? last = CommonOptions.Given(result, _last), since = CommonOptions.Given(result, _since);
        if (last is not null && Number(last) is null) result.AddError($"--last is '{last}', expected a whole number from 1 on.");
        if (since is not null && Since.Parse(since, _terminal.Clock.GetUtcNow()) is null) result.AddError($"--since is '{since}', {Since.Expected}.");
        if (!result.GetValue(_verify)) return;
        if (result.GetValue(_follow) || result.GetValue(_json) || last is not null || since is not null)
            result.AddError("--verify walks the whole journal and shows no records; leave out --follow, --json, --last and --since.");
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : null;
}

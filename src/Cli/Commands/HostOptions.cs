using System.CommandLine;
using System.CommandLine.Parsing;

namespace Homeostat.Cli;

/// <summary>Where a host is, and what acting on it takes: options of all commands that ask one. Made anew for each command.</summary>
internal sealed class HostOptions
{
    /// <summary>Where a host listens unless told otherwise.</summary>
    internal const string UsualUrl = "http://127.0.0.1:7071";

    internal const string UrlVariable = "HOMEOSTAT_URL", KeyVariable = "HOMEOSTAT_KEY";

    private readonly Option<string> _url = new("--url") { HelpName = "ADDRESS", Description = $"The host; the variable {UrlVariable} or {UsualUrl} otherwise." };
    private readonly Option<string> _key = new("--key") { HelpName = "KEY", Description = $"The host's key; the variable {KeyVariable} or the file api.key in the state folder otherwise." };
    private readonly Option<string> _state = StateFolder.Option();

    internal void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_key);
        command.Add(_state);
        command.Validators.Add(Validate);
    }

    internal HostAddress Of(ParseResult parsed) => new(Url(parsed.GetValue(_url))!)
    {
        Key = parsed.GetValue(_key) ?? Variable(KeyVariable),
        Folder = parsed.GetRequiredValue(_state),
    };

    private void Validate(CommandResult result)
    {
        string? given = CommonOptions.Given(result, _url);
        if (Url(given) is null) result.AddError($"{(given is null ? "The variable " + UrlVariable : "--url")} is '{given ?? Variable(UrlVariable)}', expected an address as {UsualUrl}.");
    }

    private static Uri? Url(string? given) =>
        Uri.TryCreate(given ?? Variable(UrlVariable) ?? UsualUrl, UriKind.Absolute, out var url) && (url.Scheme == "http" || url.Scheme == "https") ? url : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat rollback</c>: a person takes traffic back.</summary>
internal sealed class RollbackCommand : ActCommand
{
    private readonly Option<string> _to = new("--to")
    {
        HelpName = "WHERE",
        Description = "A version (a number) or a deployment (its name); otherwise out of the running rollout, or to the champion before.",
    };

    internal RollbackCommand(Terminal terminal)
        : base(terminal, "rollback", "Takes traffic back, and waits until it reads as restored.", needsReason: true)
    {
        Add(_to);
        AddCommon();
    }

    // Names of deployments begin with a letter, versions with a digit.
    private protected override CommandText Fill(ParseResult parsed, CommandText body) => parsed.GetValue(_to) is { Length: > 0 } to
        ? body with { To = char.IsAsciiDigit(to[0]) ? "version" : "deployment", Target = to }
        : body;
}

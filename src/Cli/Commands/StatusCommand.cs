using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat status</c>: arguments and options.</summary>
internal sealed class StatusCommand : Command
{
    private readonly Argument<string?> _model = new("MODEL") { Arity = ArgumentArity.ZeroOrOne, Description = "One model in detail; all of them otherwise." };
    private readonly Option<bool> _json = new("--json") { Description = "The host's own answer, for a program." };
    private readonly HostOptions _host = new();

    internal StatusCommand(Terminal terminal)
        : base("status", "Shows what a host does: phase, traffic, last verdict and open questions of each model.")
    {
        Add(_model);
        Add(_json);
        _host.AddTo(this);
        this.SetAction((parsed, _) => new ShowStatus(_host.Of(parsed), terminal).RunAsync(parsed.GetValue(_model), parsed.GetValue(_json)));
    }
}

using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat policy validate</c>: arguments.</summary>
internal sealed class PolicyValidateCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Policy files, as JSON.", Arity = ArgumentArity.OneOrMore };

    internal PolicyValidateCommand(Terminal terminal)
        : base("validate", "Tells everything that is wrong with policy files, at once and with its place.")
    {
        Add(_files);
        this.SetAction(parsed => new ValidatePolicies(terminal).Run(parsed.GetRequiredValue(_files)));
    }
}

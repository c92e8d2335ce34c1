using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat policy explain</c>: arguments.</summary>
internal sealed class PolicyExplainCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "A policy file, as JSON." };

    internal PolicyExplainCommand(Terminal terminal)
        : base("explain", "Tells what a policy will do, in sentences with numbers.")
    {
        Add(_file);
        this.SetAction(parsed => new ExplainPolicy(terminal).Run(parsed.GetRequiredValue(_file)));
    }
}

using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat policy</c>: what can be asked of policy files.</summary>
internal sealed class PolicyCommand : Command
{
    internal PolicyCommand(Terminal terminal)
        : base("policy", "Checks policy files, and tells what they will do.")
    {
        Add(new PolicyValidateCommand(terminal));
        Add(new PolicyExplainCommand(terminal));
    }
}

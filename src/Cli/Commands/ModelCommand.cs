using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat model</c>: the reference model.</summary>
internal sealed class ModelCommand : Command
{
    internal ModelCommand(Terminal terminal)
        : base("model", "Trains and serves the reference model: what jobs and deployments run unless told otherwise.")
    {
        Add(new ModelTrainCommand(terminal));
        Add(new ModelServeCommand(terminal));
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Homeostat.Cli;

/// <summary>The usual help, then examples and exit codes: most people copy an example.</summary>
internal sealed class TeachingHelp(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = terminal.Width }.Invoke(parseResult);
        terminal.Out.WriteLine(Examples.Of(CommandPath.Of(parseResult.CommandResult.Command)));
        return ExitCode.Healthy;
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Homeostat.Cli;

/// <summary>Writes the version, without the commit that the build adds.</summary>
internal sealed class ShowVersion(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        terminal.Out.WriteLine(version.Split('+')[0]);
        return ExitCode.Healthy;
    }
}

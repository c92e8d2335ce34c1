using System.CommandLine;

namespace Homeostat.Cli;

/// <summary>How a command is called: "policy validate".</summary>
internal static class CommandPath
{
    internal static string Of(Command command)
    {
        var names = new Stack<string>();
        for (var one = command; one is not null and not RootCommand; one = one.Parents.OfType<Command>().FirstOrDefault()) names.Push(one.Name);
        return string.Join(' ', names);
    }
}

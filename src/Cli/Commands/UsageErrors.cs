using System.CommandLine;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Command lines that cannot be read: what is wrong, what was perhaps meant.</summary>
internal static class UsageErrors
{
    /// <summary>Writes the errors; false when there are none, or when help or the version was asked for.</summary>
    internal static bool Write(ParseResult parsed, Terminal terminal)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is TeachingHelp or ShowVersion) return false;
        var command = parsed.CommandResult.Command;
        string help = command is RootCommand ? "homeostat --help" : $"homeostat {CommandPath.Of(command)} --help";
        var unmatched = parsed.UnmatchedTokens.ToList();
        if (unmatched.Count > 0) WriteUnmatched(terminal, command, unmatched, help);
        else foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
            ErrorText.WriteUsage(terminal, message, $"See {help}.");
        return true;
    }

    private static void WriteUnmatched(Terminal terminal, Command command, List<string> unmatched, string help)
    {
        foreach (string token in unmatched)
        {
            bool isOption = token.StartsWith('-');
            string what = isOption ? "an option" : command.Subcommands.Count > 0 ? "a command" : "expected here";
            string? near = NearMiss.Of(token, isOption ? Options(command) : command.Subcommands.Select(sub => sub.Name));
            ErrorText.WriteUsage(terminal, $"'{token}' is not {what}.", near is null ? $"See {help}." : $"Did you mean '{near}'? See {help}.");
        }
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Where(option => !option.Hidden).Select(option => option.Name);
}

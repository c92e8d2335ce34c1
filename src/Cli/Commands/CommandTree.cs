using System.CommandLine;
using System.CommandLine.Help;

namespace Homeostat.Cli;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    internal static int Invoke(string[] args, Terminal terminal)
    {
        if (ParseAlone(args, terminal) is { Errors.Count: 0 } alone) return Invoke(alone, terminal);
        var parsed = Build(terminal).Parse(args.Length == 0 ? ["--help"] : args);
        return UsageErrors.Write(parsed, terminal) ? ExitCode.BadInput : Invoke(parsed, terminal);
    }

    private static int Invoke(ParseResult parsed, Terminal terminal) => parsed.Invoke(new InvocationConfiguration
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        // Ctrl+C is the terminal's business.
        ProcessTerminationTimeout = null,
    });

    /// <summary>
    /// The commands that pipelines start often, without the rest of the tree and its help: a third of a short run's own start-up. Null, or
    /// a result with errors, where the whole tree must look at the line.
    /// </summary>
    private static ParseResult? ParseAlone(string[] args, Terminal terminal)
    {
        if (args.Length == 0 || Array.Exists(args, NeedsWholeTree)) return null;
        Command? command = args[0] switch
        {
            "check" => new CheckCommand(terminal),
            "profile" => new ProfileCommand(terminal),
            _ => null,
        };
        command?.Add(Verbose());
        return command?.Parse(args);
    }

    /// <summary>Whether an argument may ask for help or the version, or stand for a file of arguments.</summary>
    private static bool NeedsWholeTree(string arg) =>
        arg is "/?" or "/h"
        || arg.StartsWith('@')
        || arg.StartsWith("--help", StringComparison.Ordinal)
        || arg.StartsWith("--version", StringComparison.Ordinal)
        || (arg.StartsWith('-') && !arg.StartsWith("--", StringComparison.Ordinal) && arg.AsSpan().IndexOfAny('h', '?') > 0);

    private static Option<bool> Verbose() => new("--verbose") { Description = "Show the stack when the program itself fails.", Recursive = true };

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Judges whether data that reaches a model has drifted from what the model was trained on.")
        {
            new DemoCommand(terminal),
            new RunCommand(terminal),
            new StatusCommand(terminal),
            new RollbackCommand(terminal),
            new RetrainCommand(terminal),
            new ApproveCommand(terminal),
            new PauseCommand(terminal),
            new ResumeCommand(terminal),
            new CheckCommand(terminal),
            new ProfileCommand(terminal),
            new PolicyCommand(terminal),
            new JournalCommand(terminal),
            new ExplainCommand(terminal),
            new EmulatorCommand(terminal),
            new ModelCommand(terminal),
            Verbose(),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption help) help.Action = new TeachingHelp(terminal);
            if (option is VersionOption version) version.Action = new ShowVersion(terminal);
        }
        return root;
    }
}

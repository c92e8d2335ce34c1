using System.CommandLine;
using System.CommandLine.Help;

namespace Homeostat.Cli;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    internal static int Invoke(string[] args, Terminal terminal)
    {
        var root = Build(terminal);
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (UsageErrors.Write(parsed, terminal)) return ExitCode.BadInput;
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl+C is the terminal's business.
            ProcessTerminationTimeout = null,
        });
    }

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
            new Option<bool>("--verbose") { Description = "Show the stack when the program itself fails.", Recursive = true },
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption help) help.Action = new TeachingHelp(terminal);
            if (option is VersionOption version) version.Action = new ShowVersion(terminal);
        }
        return root;
    }
}

using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>The command, with everything it touches given: what happens between arguments and exit code.</summary>
internal static class App
{
    /// <summary>Runs one command line; whatever goes wrong ends in words on the error stream and an exit code.</summary>
    internal static int Run(string[] args, Terminal terminal)
    {
        try
        {
            return CommandTree.Invoke(args, terminal);
        }
        catch (BadInputException e)
        {
            ErrorText.Write(terminal, e);
            return ExitCode.BadInput;
        }
        catch (RefusedException e)
        {
            ErrorText.Write(terminal, e.Code, e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception e)
        {
            ErrorText.WriteBug(terminal, e, verbose: args.Contains("--verbose"));
            return ExitCode.Bug;
        }
        finally
        {
            terminal.Flush();
        }
    }
}

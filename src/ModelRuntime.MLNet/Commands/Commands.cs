using System.CommandLine;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>The command, and what its ends are: exit codes and words are those of <c>homeostat model</c>.</summary>
internal static class Commands
{
    private const int BadInput = 2, Bug = 70, Stopped = 130;

    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var parsed = new RootCommand("ML.NET's trainers as a model of Homeostat: what a training job and a deployment run.") { new TrainCommand(output), new ServeCommand(output) }
                .Parse(args.Length == 0 ? ["--help"] : args);
            foreach (var wrong in parsed.Errors) error.WriteLine("error: " + wrong.Message);
            return parsed.Errors.Count > 0 ? BadInput : await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (BadInputException e)
        {
            error.WriteLine($"error {e.Code}: {e.What}");
            error.WriteLine("  " + e.Why);
            error.WriteLine("  " + e.Fix);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
        catch (Exception e)
        {
            error.WriteLine($"error: This program has a bug: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            error.WriteLine("  The result is not known. Please report it with the command line in the project's issue tracker, and the stack below.");
            error.WriteLine(e);
            return Bug;
        }
    }
}

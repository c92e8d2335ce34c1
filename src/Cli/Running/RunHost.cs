using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Homeostat.Cli;

/// <summary><c>homeostat run</c>: starts everything on a folder, says what runs where, tells what happens, and waits to be stopped.</summary>
internal sealed class RunHost(RunRequest request, Terminal terminal)
{
    internal async Task<int> RunAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(terminal.Cancellation);
        // A polite kill ends it like Ctrl+C: children gone, everything closed.
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        var lines = new RunLines(terminal);
        var log = new RunLog(lines);
        await using var run = await StartAsync(log, stop.Token);
        new RunSummary(run, lines).Tell();
        StartPolicies.Tell(request.Folder, lines);
        await WaitAsync(run, lines, stop.Token);
        lines.Note("Stopping: what runs is asked to end. Started again on the same folder, it goes on where it was.");
        return ExitCode.Healthy;
    }

    private async Task<LocalRun> StartAsync(RunLog log, CancellationToken stop)
    {
        try
        {
            var run = await LocalRun.StartAsync(request.Options(), log, stop);
            try
            {
                await Surroundings.ReachAsync(run, stop);
                return run;
            }
            catch
            {
                await run.DisposeAsync();
                throw;
            }
        }
        catch (Exception e) when (Surroundings.Refusal(e, request.Folder) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Until it is told to stop, or the loop ends by itself, which is a bug or a damaged folder.</summary>
    private static async Task WaitAsync(LocalRun run, RunLines lines, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var tail = new RunJournals(run.Loop.Ports, lines).FollowAsync(ended.Token);
        await Task.WhenAny(run.Completion, Task.Delay(Timeout.InfiniteTimeSpan, stop));
        await ended.CancelAsync();
        await tail;
        if (run.Completion.IsCompleted) await run.Completion;
    }
}

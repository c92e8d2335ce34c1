using Homeostat.Loop;

namespace Homeostat.Bench.Engine;

/// <summary>An orchestration that runs an activity so often in a row, so many at once.</summary>
internal sealed class RunActivities : IOrchestrator<int[], int>
{
    public async Task<int> RunAsync(OrchestrationContext context, int[] input)
    {
        for (var i = 0; i < input[0]; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, input[1]).Select(n => context.CallActivityAsync<int>("echo", n)));
        }
        return 0;
    }
}

/// <summary>An activity that does nothing.</summary>
internal sealed class Echo : IActivity<int, int>
{
    public Task<int> RunAsync(int input, CancellationToken cancellation) => Task.FromResult(input);
}

/// <summary>A controller: waits for an event or for the next day, runs an activity, goes on as new.</summary>
internal sealed class Controller : IOrchestrator<int, int>
{
    public async Task<int> RunAsync(OrchestrationContext context, int input)
    {
        try
        {
            context.SetCustomStatus($"steady after {input} events");
            await context.WaitForExternalEvent<int>("batch", TimeSpan.FromDays(1));
        }
        catch (TaskCanceledException)
        {
            // A day without a batch.
        }
        await context.CallActivityAsync<int>("echo", input);
        context.ContinueAsNew(input + 1);
        return 0;
    }
}

internal static class Tasks
{
    public static TaskRegistry Registry => new TaskRegistry()
        .AddOrchestrator("run", () => new RunActivities())
        .AddOrchestrator("controller", () => new Controller())
        .AddActivity("echo", new Echo());
}

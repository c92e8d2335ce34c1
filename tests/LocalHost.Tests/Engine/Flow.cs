using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>An orchestrator made of a function.</summary>
internal sealed class Flow<TInput, TOutput>(Func<OrchestrationContext, TInput, Task<TOutput>> run) : IOrchestrator<TInput, TOutput>
{
    public Task<TOutput> RunAsync(OrchestrationContext context, TInput input) => run(context, input);
}

/// <summary>An activity made of a function.</summary>
internal sealed class Act<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> run) : IActivity<TInput, TOutput>
{
    public Task<TOutput> RunAsync(TInput input, CancellationToken cancellation) => run(input, cancellation);
}

internal static class Registration
{
    public static TaskRegistry Flow<TInput, TOutput>(this TaskRegistry registry, string name, Func<OrchestrationContext, TInput, Task<TOutput>> run) =>
        registry.AddOrchestrator(name, () => new Flow<TInput, TOutput>(run));

    public static TaskRegistry Act<TInput, TOutput>(this TaskRegistry registry, string name, Func<TInput, TOutput> run) =>
        registry.AddActivity(name, new Act<TInput, TOutput>((input, _) => Task.FromResult(run(input))));

    public static TaskRegistry ActAsync<TInput, TOutput>(
        this TaskRegistry registry, string name, Func<TInput, CancellationToken, Task<TOutput>> run) =>
        registry.AddActivity(name, new Act<TInput, TOutput>(run));
}

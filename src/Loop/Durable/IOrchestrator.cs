namespace Homeostat.Loop;

/// <summary>A durable course of actions; must be deterministic: no clock, no chance, no I/O but through its context.</summary>
public interface IOrchestrator<in TInput, TOutput>
{
    /// <summary>Runs it, or replays what it has done so far.</summary>
    Task<TOutput> RunAsync(OrchestrationContext context, TInput input);
}

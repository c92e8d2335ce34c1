namespace Homeostat.Loop;

/// <summary>An orchestrator or activity, with the type its input is read as.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InputType">What the stored input is deserialised to.</param>
/// <param name="Run">Runs it; the context is null for an activity.</param>
public sealed record TaskEntry(string Name, Type InputType, Func<OrchestrationContext?, object?, CancellationToken, Task<object?>> Run);

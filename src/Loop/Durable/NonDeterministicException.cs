namespace Homeostat.Loop;

/// <summary>An orchestrator did not do in a replay what it did at first, or awaited what is not a task of its context.</summary>
/// <param name="message">Instance, position, what history holds, what the code asked for, and what to do.</param>
public sealed class NonDeterministicException(string message) : Exception(message);

namespace Homeostat.LocalHost;

/// <summary>Something done now and then while the loop runs: never twice at a time, and not while nothing can be accepted.</summary>
/// <param name="Name">For logs.</param>
/// <param name="Every">From the end of one run to the start of the next, on the host's clock.</param>
/// <param name="RunAsync">Does it. What it throws is logged, once until it changes, and it is tried again next time.</param>
public sealed record PeriodicJob(string Name, TimeSpan Every, Func<CancellationToken, Task> RunAsync);

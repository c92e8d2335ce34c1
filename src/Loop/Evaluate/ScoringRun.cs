using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What it took to have a holdout scored by one deployment.</summary>
/// <param name="Requests">Requests sent.</param>
/// <param name="Failures">Of them without an answer.</param>
/// <param name="Latencies">Milliseconds, one a request that was answered.</param>
public sealed record ScoringRun(long Requests, long Failures, ImmutableArray<double> Latencies);

namespace Homeostat.Loop;

/// <summary>What a deployment answered in a window.</summary>
/// <param name="Requests">Requests answered, failed ones included.</param>
/// <param name="Failures">Of them answered with 5xx or 424.</param>
/// <param name="LatencyP50">Median latency, milliseconds; null when unknown.</param>
/// <param name="LatencyP95">95th percentile of latency, milliseconds; null when unknown.</param>
public sealed record DeploymentMetrics(long Requests, long Failures, double? LatencyP50, double? LatencyP95);

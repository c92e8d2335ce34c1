namespace Homeostat.Loop;

/// <summary>What came of joining a collector's inputs and outputs.</summary>
/// <param name="Rows">Rows written: one an input row.</param>
/// <param name="WithoutOutput">Of them without an output: failed requests, or outputs still on their way.</param>
/// <param name="WithoutInput">Output rows that no input row asked for, left out.</param>
public sealed record CollectorJoinCounts(long Rows, long WithoutOutput, long WithoutInput);

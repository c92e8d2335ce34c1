using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>One part of a large batch: input of <see cref="ActivityNames.CountPart"/>.</summary>
/// <param name="Arrival">The batch.</param>
/// <param name="Split">Where it is cut.</param>
/// <param name="Part">Which part, from 0.</param>
public sealed record PartToCount(BatchArrival Arrival, BatchSplit Split, int Part);

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What became of a signal: whoever sent it reads here that it was taken, and in the journal what was decided.</summary>
/// <param name="Id">The signal's id.</param>
/// <param name="Records">Sequence numbers of the records made when it was taken; of a rollback, of those made until it ended.</param>
public sealed record SignalAnswer(string Id, ImmutableArray<long> Records);

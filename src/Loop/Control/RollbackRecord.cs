namespace Homeostat.Loop;

/// <summary>A rollback was decided: evidence of a journal record, from which the decision is made again.</summary>
internal sealed record RollbackRecord(RollbackEvidence Evidence, FallbackOptions Options, RollbackDecision Decision);

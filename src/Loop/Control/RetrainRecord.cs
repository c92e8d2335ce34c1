namespace Homeostat.Loop;

/// <summary>The governor was asked: evidence of a journal record, from which the decision is made again.</summary>
internal sealed record RetrainRecord(GovernorEvidence Evidence, RetrainDecision Decision);

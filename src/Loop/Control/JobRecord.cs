namespace Homeostat.Loop;

/// <summary>A training job ended: evidence of a journal record, from which the decision is made again.</summary>
internal sealed record JobRecord(TrainingJobState Job, int Attempt, RetrainOptions Options, RetryDecision Decision, decimal Cost);

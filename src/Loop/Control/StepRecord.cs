namespace Homeostat.Loop;

/// <summary>A rollout step, or with <see cref="Bake"/> the bake, was judged: evidence of a journal record, from which the decision is made again.</summary>
internal sealed record StepRecord(StepObservation Observation, StepOptions Options, BakeOptions? Bake, StepVerdict Verdict);

namespace Homeostat.Loop;

/// <summary>A challenger to be scored on the holdout, with the champion.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Dataset">The dataset with the holdout.</param>
/// <param name="Challenger">The challenger's deployment.</param>
/// <param name="ChallengerVersion">Its version.</param>
/// <param name="Champion">The champion's deployment; null when there is none.</param>
public sealed record EvaluateInput(PolicySnapshot Policy, DatasetReference Dataset, string Challenger, string ChallengerVersion, string? Champion);

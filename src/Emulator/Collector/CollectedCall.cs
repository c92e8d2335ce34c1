namespace Homeostat.Emulator;

/// <summary>A call that is to be put down, in full.</summary>
internal sealed record CollectedCall(DeploymentRoute Deployment, ScoringCall Call, ModelAnswer Answer);

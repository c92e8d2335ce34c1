namespace Homeostat.Loop;

/// <summary>A model as it can be known from outside of its controller.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Policy">The policy in force; null when there is none.</param>
/// <param name="Controller">Its controller; null when none was ever started.</param>
public sealed record ModelStanding(string Model, ModelPolicy? Policy, OrchestrationState? Controller)
{
    /// <summary>The controller's state as it last showed it; null when it never did, or of a newer host that wrote it otherwise.</summary>
    public ControllerState? State { get; init; }

    /// <summary>Whether the controller is there and takes signals.</summary>
    public bool IsRunning => Controller is { Status: OrchestrationStatus.Pending or OrchestrationStatus.Running };
}

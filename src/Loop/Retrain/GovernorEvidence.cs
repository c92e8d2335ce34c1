namespace Homeostat.Loop;

/// <summary>All that the governor decides from.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="State">What it knows of the past.</param>
/// <param name="Retrain">How challengers are trained.</param>
/// <param name="Governor">What that may cost.</param>
/// <param name="Triggers">What may start one.</param>
public sealed record GovernorEvidence(
    RetrainRequest Request, GovernorState State, RetrainOptions Retrain, GovernorOptions Governor, TriggerOptions Triggers);

namespace Homeostat.Loop;

/// <summary>One course from a cause to a promotion, or to nothing. Runs to its end by the policy it began with.</summary>
/// <param name="Number">1, 2, 3, ... a model.</param>
/// <param name="Request">What asked for it.</param>
/// <param name="Policy">The policy it runs by.</param>
public sealed record Remediation(int Number, RetrainRequest Request, PolicySnapshot Policy)
{
    /// <summary>The dataset; null before it is assembled.</summary>
    public DatasetReference? Dataset { get; init; }

    /// <summary>The training job; null before it is submitted.</summary>
    public string? Job { get; init; }

    /// <summary>Which attempt the job is.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When the job was submitted, UTC.</summary>
    public DateTimeOffset? JobStarted { get; init; }

    /// <summary>The challenger's deployment; null before it is made.</summary>
    public string? Challenger { get; init; }

    /// <summary>The challenger's version; null before it is trained.</summary>
    public string? ChallengerVersion { get; init; }

    /// <summary>When the deployment was asked for, UTC.</summary>
    public DateTimeOffset? DeployStarted { get; init; }

    /// <summary>What a person is asked; null when nobody is.</summary>
    public ApprovalQuestion? Question { get; init; }

    /// <summary>How to undo the rollout; null before it is prepared.</summary>
    public UndoPlan? Undo { get; init; }

    /// <summary>What the champion answered before the rollout.</summary>
    public StepWindow? Baseline { get; init; }

    /// <summary>The rollout step, from 0.</summary>
    public int Step { get; init; }

    /// <summary>When the step, or the bake, began, UTC; null: its traffic is not written yet.</summary>
    public DateTimeOffset? StepStarted { get; init; }

    /// <summary>Looks at the step so far.</summary>
    public int Looks { get; init; }
}

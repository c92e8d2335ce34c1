namespace Homeostat.Loop;

/// <summary>A challenger was given up: evidence of a journal record.</summary>
/// <param name="Remediation">Number of the remediation.</param>
/// <param name="Challenger">The challenger's deployment.</param>
/// <param name="ChallengerVersion">Its version.</param>
/// <param name="Reason">Why.</param>
internal sealed record RejectionRecord(int Remediation, string Challenger, string? ChallengerVersion, string Reason)
{
    /// <summary>In which phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Its deployment as it read; null when it is gone.</summary>
    public DeploymentState? Deployment { get; init; }

    /// <summary>Traffic as it read; null when the endpoint is gone.</summary>
    public TrafficSplit? Traffic { get; init; }

    /// <summary>Traffic before the rollout; null when none had begun.</summary>
    public UndoPlan? Undo { get; init; }

    /// <summary>Challengers in a row that failed before this one.</summary>
    public int FailedBefore { get; init; }

    /// <summary>So many in a row call a person.</summary>
    public int FailuresAllowed { get; init; }
}

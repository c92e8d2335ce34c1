namespace Homeostat.Loop;

/// <summary>Where a rollback goes.</summary>
public sealed record RollbackDecision
{
    /// <summary>What is to be done.</summary>
    public required RollbackAction Action { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = "rollback/1";

    /// <summary>Traffic to be written, or found; null when refused or when the deployment is yet to be made.</summary>
    public TrafficSplit? Target { get; init; }

    /// <summary>The deployment that gets the largest share; null when none does, or it is yet to be made.</summary>
    public string? Deployment { get; init; }

    /// <summary>The version it serves, or that is to be deployed; null when it cannot be told.</summary>
    public string? Version { get; init; }

    /// <summary>The decision in words; of a refusal: what, why, and what to do.</summary>
    public required string Reason { get; init; }
}

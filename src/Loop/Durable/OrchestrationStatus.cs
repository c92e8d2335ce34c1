namespace Homeostat.Loop;

/// <summary>Where an instance is.</summary>
public enum OrchestrationStatus
{
    /// <summary>Started, not yet run.</summary>
    Pending,

    /// <summary>Running or waiting.</summary>
    Running,

    /// <summary>Ended with a result.</summary>
    Completed,

    /// <summary>Ended with an exception.</summary>
    Failed,

    /// <summary>Ended from outside.</summary>
    Terminated,
}

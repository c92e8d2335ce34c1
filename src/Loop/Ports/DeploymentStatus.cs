namespace Homeostat.Loop;

/// <summary>Whether a deployment can serve.</summary>
public enum DeploymentStatus
{
    /// <summary>Being made, changed or scaled.</summary>
    Pending,

    /// <summary>Serving what it is asked.</summary>
    Ready,

    /// <summary>It never will.</summary>
    Failed,

    /// <summary>On its way out.</summary>
    Deleting,
}

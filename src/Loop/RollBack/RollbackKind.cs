namespace Homeostat.Loop;

/// <summary>Who asks for a rollback, and to where.</summary>
public enum RollbackKind
{
    /// <summary>A breach in a rollout step or in the bake: to what the undo plan says.</summary>
    Breach,

    /// <summary>The circuit breaker: to the fallback.</summary>
    Breaker,

    /// <summary>A person: to the previous champion, or out of the running rollout.</summary>
    Previous,

    /// <summary>A person: to a named model version.</summary>
    Version,

    /// <summary>A person: to a named deployment.</summary>
    Deployment,
}

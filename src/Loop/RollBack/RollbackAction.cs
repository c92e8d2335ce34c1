namespace Homeostat.Loop;

/// <summary>What a rollback comes to.</summary>
public enum RollbackAction
{
    /// <summary>Traffic is written.</summary>
    Shift,

    /// <summary>Traffic is already there: done.</summary>
    AlreadyThere,

    /// <summary>A version must be deployed first; then traffic is written.</summary>
    DeployFirst,

    /// <summary>There is nothing to go back to.</summary>
    Refuse,
}

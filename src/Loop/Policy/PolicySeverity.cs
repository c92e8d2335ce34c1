namespace Homeostat.Loop;

/// <summary>How much is wrong with a policy.</summary>
public enum PolicySeverity
{
    /// <summary>It can be carried out, but hardly does what was meant.</summary>
    Warning,

    /// <summary>It cannot be carried out: nothing is started with it.</summary>
    Error,
}

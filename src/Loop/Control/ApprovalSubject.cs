namespace Homeostat.Loop;

/// <summary>What approval allows.</summary>
public enum ApprovalSubject
{
    /// <summary>A retraining whose cost is above the limit.</summary>
    Cost,

    /// <summary>Traffic for a challenger that passed its gates.</summary>
    Promotion,
}

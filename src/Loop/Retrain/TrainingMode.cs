namespace Homeostat.Loop;

/// <summary>What training starts from.</summary>
public enum TrainingMode
{
    /// <summary>From nothing.</summary>
    Full,

    /// <summary>From the champion's coefficients.</summary>
    WarmStart,
}

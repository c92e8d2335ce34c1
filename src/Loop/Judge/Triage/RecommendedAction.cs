namespace Homeostat.Loop;

/// <summary>What to do about a cause.</summary>
public enum RecommendedAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Keep the batch from training and from windows, and tell somebody.</summary>
    Quarantine,

    /// <summary>Wait for more evidence.</summary>
    Watch,

    /// <summary>Train a challenger.</summary>
    Retrain,

    /// <summary>Give traffic back to the deployment before.</summary>
    RollBack,

    /// <summary>Call a person.</summary>
    Escalate,
}

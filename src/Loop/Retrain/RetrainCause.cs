namespace Homeostat.Loop;

/// <summary>Why a retraining is asked for.</summary>
public enum RetrainCause
{
    /// <summary>The time of the policy's schedule.</summary>
    Schedule,

    /// <summary>The inputs moved.</summary>
    CovariateShift,

    /// <summary>What the inputs say about the label moved.</summary>
    ConceptDrift,

    /// <summary>Performance with labels is lost.</summary>
    PerformanceLoss,

    /// <summary>Enough new labels came.</summary>
    NewLabels,

    /// <summary>A person or a pipeline asks.</summary>
    Manual,

    /// <summary>The data are broken: never trained on.</summary>
    BrokenData,

    /// <summary>A deployment answers otherwise than its model: rolled back, not retrained.</summary>
    BadDeployment,
}

namespace Homeostat.Loop;

/// <summary>Why verdicts look as they do.</summary>
public enum TriageCause
{
    /// <summary>Nothing that lasts: all is well, or it is as it was at this time a week ago.</summary>
    SeasonalOrNone,

    /// <summary>The data is broken, not the world: never retrain on it.</summary>
    BrokenData,

    /// <summary>A promotion made it worse.</summary>
    BadDeployment,

    /// <summary>The endpoint fails, and no promotion explains it.</summary>
    EndpointFailure,

    /// <summary>The model answers worse although its inputs did not move: what they mean has changed.</summary>
    ConceptDrift,

    /// <summary>The model answers worse, on inputs that moved.</summary>
    PerformanceLoss,

    /// <summary>The inputs moved; whether that costs anything is not known from labels.</summary>
    CovariateShift,

    /// <summary>The answers moved, the inputs did not.</summary>
    PredictionDrift,
}

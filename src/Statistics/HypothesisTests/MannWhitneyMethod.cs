namespace Homeostat.Statistics;

/// <summary>How <see cref="MannWhitney"/> turns U into a p-value.</summary>
public enum MannWhitneyMethod
{
    /// <summary>
    /// Exact when there are no ties and one sample holds at most 8 values and the exact count is feasible; else asymptotic.
    /// </summary>
    Auto,

    /// <summary>The exact distribution without ties. Refuses ties, and sizes for which the count would take minutes.</summary>
    Exact,

    /// <summary>The normal approximation with corrections for ties and continuity.</summary>
    Asymptotic,
}

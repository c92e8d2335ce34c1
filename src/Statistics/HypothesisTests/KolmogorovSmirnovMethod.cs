namespace Homeostat.Statistics;

/// <summary>How <see cref="KolmogorovSmirnov"/> turns D into a p-value.</summary>
public enum KolmogorovSmirnovMethod
{
    /// <summary>
    /// Exact when both samples hold at most 10,000 values and the product of their sizes is at most 1e7; else asymptotic.
    /// </summary>
    Auto,

    /// <summary>
    /// The exact distribution given the observed ties. Time grows with the product of the sizes (0.2 s for 1e7); refused where the
    /// product is above 4e9 or there are more than 1e9 values.
    /// </summary>
    Exact,

    /// <summary>
    /// Kolmogorov's limiting distribution; conservative with ties, good to a few percent of p from about 100 values each.
    /// </summary>
    Asymptotic,
}

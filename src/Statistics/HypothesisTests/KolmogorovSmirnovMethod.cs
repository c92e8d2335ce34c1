namespace Homeostat.Statistics;

/// <summary>How <see cref="KolmogorovSmirnov"/> turns D into a p-value.</summary>
public enum KolmogorovSmirnovMethod
{
    /// <summary>Exact when both samples hold at most 10,000 values and the product of their sizes is at most 1e7; else asymptotic.</summary>
    Auto,

    /// <summary>The exact distribution given the observed ties; time grows with the product of the sizes, at most 4e9 (some ten seconds).</summary>
    Exact,

    /// <summary>Kolmogorov's limiting distribution; conservative with ties, good to a few percent of p from about 100 values each.</summary>
    Asymptotic,
}

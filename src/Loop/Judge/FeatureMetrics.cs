namespace Homeostat.Loop;

/// <summary>What was measured of one column. A number that does not apply to the column is null, never NaN or infinite.</summary>
public sealed record FeatureMetrics
{
    /// <summary>Population stability index over the bins, in nats, empty bins at a proportion of 0.0001.</summary>
    public double? Psi { get; init; }

    /// <summary>Jensen-Shannon distance over the bins, base 2, 0 to 1.</summary>
    public double? JensenShannon { get; init; }

    /// <summary>Hellinger distance over the bins, 0 to 1.</summary>
    public double? Hellinger { get; init; }

    /// <summary>Wasserstein-1 distance from all grid cells, in the column's unit (seconds for timestamps).</summary>
    public double? Wasserstein { get; init; }

    /// <summary><see cref="Wasserstein"/> over the reference's standard deviation.</summary>
    public double? WassersteinNormalised { get; init; }

    /// <summary>Kolmogorov-Smirnov statistic from all grid cells, 0 to 1.</summary>
    public double? Ks { get; init; }

    /// <summary>How much larger the statistic of the raw values can be than <see cref="Ks"/>: 0 where it is exact.</summary>
    public double? KsBound { get; init; }

    /// <summary>p-value of <see cref="Ks"/>, two-sided.</summary>
    public double? KsPValue { get; init; }

    /// <summary>Chi-square statistic of homogeneity over the bins.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>p-value of <see cref="ChiSquare"/>.</summary>
    public double? ChiSquarePValue { get; init; }

    /// <summary>Share of the mass that changed bins (total variation), 0 to 1.</summary>
    public double? MassMoved { get; init; }

    /// <summary>Rows without a value, over all rows.</summary>
    public RatePair Missing { get; init; }

    /// <summary>Values that do not parse as the type, over all rows with a value.</summary>
    public RatePair TypeError { get; init; }

    /// <summary>Values the reference does not know, over all that parsed.</summary>
    public RatePair Unseen { get; init; }

    /// <summary>Values outside the reference's range, over all that parsed.</summary>
    public RatePair OutOfRange { get; init; }
}

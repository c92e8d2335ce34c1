namespace Homeostat.Loop;

/// <summary>
/// How much movement matters. Every threshold is an effect size, not a significance level; null turns its signal off. A column drifts
/// when any of its signals is above its threshold and chance is ruled out at <see cref="Alpha"/>.
/// </summary>
public sealed record DriftOptions
{
    /// <summary>The defaults.</summary>
    public static DriftOptions Default { get; } = new();

    /// <summary>Population stability index above which a column drifted, in nats. Default 0.2 (Siddiqi 2006: "significant shift").</summary>
    public double? Psi { get; init; } = 0.2;

    /// <summary>Jensen-Shannon distance (base 2) above which a column drifted, 0 to 1. Default 0.1.</summary>
    public double? JensenShannon { get; init; } = 0.1;

    /// <summary>Wasserstein-1 distance above which a numeric column drifted, in standard deviations of the reference. Default 0.1.</summary>
    public double? Wasserstein { get; init; } = 0.1;

    /// <summary>Kolmogorov-Smirnov statistic above which a numeric column drifted, 0 to 1. Default off.</summary>
    public double? KolmogorovSmirnov { get; init; }

    /// <summary>Hellinger distance above which a column drifted, 0 to 1. Default off.</summary>
    public double? Hellinger { get; init; }

    /// <summary>Increase of the missing rate above which a column drifted, as a proportion. Default 0.05: five percentage points.</summary>
    public double? MissingRate { get; init; } = 0.05;

    /// <summary>Increase of the type error rate above which a column drifted, as a proportion. Default 0.05.</summary>
    public double? TypeErrorRate { get; init; } = 0.05;

    /// <summary>Increase of the unseen rate, over what rare values explain, above which a column drifted, as a proportion. Default 0.05.</summary>
    public double? UnseenRate { get; init; } = 0.05;

    /// <summary>Increase of the out-of-range rate above which a numeric column drifted, as a proportion. Default off: reported only.</summary>
    public double? OutOfRangeRate { get; init; }

    /// <summary>Chance, per batch, that a column that did not move is called drifted; split over all tests of the batch. Default 0.01.</summary>
    public double Alpha { get; init; } = 0.01;

    /// <summary>The threshold of a signal; null when it is off or has none.</summary>
    public double? ThresholdOf(DriftSignal signal) => signal switch
    {
        DriftSignal.Psi => Psi,
        DriftSignal.JensenShannon => JensenShannon,
        DriftSignal.Wasserstein => Wasserstein,
        DriftSignal.KolmogorovSmirnov => KolmogorovSmirnov,
        DriftSignal.Hellinger => Hellinger,
        DriftSignal.MissingRate => MissingRate,
        DriftSignal.TypeErrorRate => TypeErrorRate,
        DriftSignal.UnseenRate => UnseenRate,
        DriftSignal.OutOfRangeRate => OutOfRangeRate,
        _ => null,
    };
}

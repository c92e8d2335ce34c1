namespace Homeostat.Loop;

/// <summary>The ways a column can drift; each has its own threshold in <see cref="DriftOptions"/> and its own small verdict.</summary>
public enum DriftSignal
{
    /// <summary>The column is there at all.</summary>
    Presence,

    /// <summary>Population stability index over the judged bins, in nats.</summary>
    Psi,

    /// <summary>Jensen-Shannon distance to base 2 over the judged bins, 0 to 1.</summary>
    JensenShannon,

    /// <summary>Wasserstein-1 distance in standard deviations of the reference.</summary>
    Wasserstein,

    /// <summary>Kolmogorov-Smirnov statistic over all grid cells, 0 to 1.</summary>
    KolmogorovSmirnov,

    /// <summary>Hellinger distance over the judged bins, 0 to 1.</summary>
    Hellinger,

    /// <summary>Increase of the share of rows without a value.</summary>
    MissingRate,

    /// <summary>Increase of the share of values that do not parse as the column's type.</summary>
    TypeErrorRate,

    /// <summary>Increase of the share of values the reference does not know.</summary>
    UnseenRate,

    /// <summary>Increase of the share of values outside the reference's smallest and largest.</summary>
    OutOfRangeRate,
}

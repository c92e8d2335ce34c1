namespace Homeostat.Statistics;

/// <summary>The alternative hypothesis, always about the first sample relative to the second.</summary>
public enum Alternative
{
    /// <summary>The first differs from the second in either direction. The default.</summary>
    TwoSided,

    /// <summary>The first is smaller (lower mean, lower ranks, lower proportion, odds ratio below one).</summary>
    Less,

    /// <summary>The first is larger (higher mean, higher ranks, higher proportion, odds ratio above one).</summary>
    Greater,
}

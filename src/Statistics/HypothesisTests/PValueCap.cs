namespace Homeostat.Statistics;

/// <summary>Whether a p-value read from a table ran off its end.</summary>
public enum PValueCap
{
    /// <summary>The p-value lies inside the table.</summary>
    None,

    /// <summary>The true p-value is above the reported 25 %.</summary>
    TrueValueIsLarger,

    /// <summary>The true p-value is below the reported 0.1 %.</summary>
    TrueValueIsSmaller,
}

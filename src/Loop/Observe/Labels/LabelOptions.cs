namespace Homeostat.Loop;

/// <summary>What labels must satisfy to be judged and trained by.</summary>
public sealed record LabelOptions
{
    /// <summary>Largest share of ids that get contradicting labels, 0 to 1. Default 0.05.</summary>
    public double MaximumConflicts { get; init; } = 0.05;

    /// <summary>Share of ids that no prediction has, above which it is told, 0 to 1. Default 0.5.</summary>
    public double MaximumUnknown { get; init; } = 0.5;

    /// <summary>So long a label whose row no batch has yet waits for one. Default 7 days.</summary>
    public TimeSpan EarlyTime { get; init; } = TimeSpan.FromDays(7);
}

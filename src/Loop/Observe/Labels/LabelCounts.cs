namespace Homeostat.Loop;

/// <summary>What came of joining labels to predictions.</summary>
public sealed record LabelCounts
{
    /// <summary>Label files read.</summary>
    public int Files { get; init; }

    /// <summary>Label rows with id and label.</summary>
    public long Rows { get; init; }

    /// <summary>Label rows left out because they lack the id or the label.</summary>
    public long Incomplete { get; init; }

    /// <summary>Different ids with a label.</summary>
    public long Ids { get; init; }

    /// <summary>Label rows that said again what was known.</summary>
    public long Repeated { get; init; }

    /// <summary>Label rows that gave a known id another label; the latest file, and in it the last row, won.</summary>
    public long Conflicts { get; init; }

    /// <summary>Predictions looked at.</summary>
    public long Predictions { get; init; }

    /// <summary>Predictions that have a label now.</summary>
    public long Joined { get; init; }

    /// <summary>Of them, those whose label came with the latest file.</summary>
    public long New { get; init; }

    /// <summary>Ids with a label that no prediction has.</summary>
    public long Unknown { get; init; }

    /// <summary>Longest time from a prediction to its label; null when no prediction has a time.</summary>
    public TimeSpan? LongestDelay { get; init; }

    /// <summary>Mean time from a prediction to its label; null when no prediction has a time.</summary>
    public TimeSpan? MeanDelay { get; init; }
}

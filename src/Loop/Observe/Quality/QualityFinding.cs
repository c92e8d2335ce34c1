namespace Homeostat.Loop;

/// <summary>A quality rule that is broken, or that could not be decided.</summary>
public sealed record QualityFinding
{
    /// <summary>What was looked at.</summary>
    public required QualityCheck Check { get; init; }

    /// <summary>The column; null for rules of the whole batch.</summary>
    public string? Column { get; init; }

    /// <summary>Fail, or Inconclusive where the counts cannot decide.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What was found: rows, a share from 0 to 1, or a mean in the column's unit; null where presence is judged.</summary>
    public double? Observed { get; init; }

    /// <summary>The limit, in the same unit; null where presence is judged.</summary>
    public double? Threshold { get; init; }

    /// <summary>Rows or values behind it.</summary>
    public required long Count { get; init; }

    /// <summary>Name and version of the rule, as "missing/1".</summary>
    public required string Rule { get; init; }

    /// <summary>What happened.</summary>
    public required string What { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }

    /// <summary>The unit that explains the values, where one does.</summary>
    public UnitChange? Unit { get; init; }

    /// <summary>All three in one line.</summary>
    public string Reason => $"{What} {Why} {Fix}";
}

namespace Homeostat.Loop;

/// <summary>The verdict on all batches of a window together.</summary>
public sealed record WindowVerdict
{
    /// <summary>The verdict of the merged counts; Error when the window is empty.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>Which batches.</summary>
    public required WindowSelection Selection { get; init; }

    /// <summary>Rows of all of them.</summary>
    public required long Rows { get; init; }

    /// <summary>What drifted; null when the window is empty.</summary>
    public DriftSummary? Drift { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = WindowPolicy.Rule;
}

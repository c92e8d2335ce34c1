namespace Homeostat.Loop;

/// <summary>What is done with a file that turned up, and why.</summary>
public sealed record IntakeVerdict
{
    /// <summary>Pass: taken. Fail: quarantined. Inconclusive: nothing to do.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What is done.</summary>
    public required IntakeAction Action { get; init; }

    /// <summary>The batch's id; null when it is no batch.</summary>
    public string? Batch { get; init; }

    /// <summary>The model the path names; null when it names none.</summary>
    public string? Model { get; init; }

    /// <summary>Why, in three beats where something is wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = IntakePolicy.Rule;
}

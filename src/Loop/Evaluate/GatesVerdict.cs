using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The verdict on a challenger before it sees traffic.</summary>
public sealed record GatesVerdict
{
    /// <summary>Any Fail is Fail, else any Error is Error, else any Inconclusive is Inconclusive, else Pass.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Name and version of the decision.</summary>
    public string Rule { get; init; } = "gates/1";

    /// <summary>Every gate, in order, those that are off or do not apply included.</summary>
    public required ImmutableArray<RuleVerdict> Gates { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Reason { get; init; }
}

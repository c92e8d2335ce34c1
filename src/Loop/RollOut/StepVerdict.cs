using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The verdict of a look at a rollout step or at the bake.</summary>
public sealed record StepVerdict
{
    /// <summary>What follows.</summary>
    public required StepAction Action { get; init; }

    /// <summary>Pass, Fail, Inconclusive or Error over all rules.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Name and version of the decision, "step/1" or "bake/1".</summary>
    public required string Rule { get; init; }

    /// <summary>Every rule, in order.</summary>
    public required ImmutableArray<RuleVerdict> Rules { get; init; }

    /// <summary>The decision in words.</summary>
    public required string Reason { get; init; }
}

namespace Homeostat.Loop;

/// <summary>The governor's answer.</summary>
public sealed record RetrainDecision
{
    /// <summary>What becomes of it.</summary>
    public required RetrainAction Action { get; init; }

    /// <summary>Name and version of the rule that decided, as "budget/1".</summary>
    public required string Rule { get; init; }

    /// <summary>When to ask again, UTC; null: when something changes.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What it may cost at most.</summary>
    public decimal EstimatedCost { get; init; }

    /// <summary>What is left of this month's budget before it; null: no budget is set.</summary>
    public decimal? BudgetLeft { get; init; }

    /// <summary>What was held against the threshold, in the rule's unit; null where presence decides.</summary>
    public double? Observed { get; init; }

    /// <summary>The threshold; null where presence decides.</summary>
    public double? Threshold { get; init; }

    /// <summary>The decision in words.</summary>
    public required string Reason { get; init; }
}

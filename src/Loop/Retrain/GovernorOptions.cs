namespace Homeostat.Loop;

/// <summary>How much retraining may cost, and who is asked. Money is in the currency the user thinks in.</summary>
public sealed record GovernorOptions
{
    /// <summary>Most spent in a calendar month, UTC; null: no limit. Default null.</summary>
    public decimal? BudgetPerMonth { get; init; }

    /// <summary>Cost of an hour of the training machine. Default 0.</summary>
    public decimal CostPerHour { get; init; }

    /// <summary>A retraining that may cost more waits for approval; null: none does. Default null.</summary>
    public decimal? ApprovalAbove { get; init; }

    /// <summary>A promotion waits for approval after the gates. Default false.</summary>
    public bool ApprovePromotion { get; init; }

    /// <summary>An approval that does not come in this time counts as refused. Default 24 hours.</summary>
    public TimeSpan ApprovalTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Challengers in a row that failed their gates or their rollout, after which a person is called. Default 3.</summary>
    public int FailedChallengers { get; init; } = 3;
}

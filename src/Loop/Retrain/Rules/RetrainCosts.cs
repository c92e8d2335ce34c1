using System.Globalization;

namespace Homeostat.Loop;

/// <summary>What a retraining may cost at most, and what may be spent.</summary>
/// <param name="Estimate">Time limit times cost per hour.</param>
/// <param name="Spent">Spent in the calendar month, UTC, of the request.</param>
/// <param name="Left">Left of its budget, not below zero; null: there is none.</param>
internal sealed record RetrainCosts(decimal Estimate, decimal Spent, decimal? Left)
{
    public string Words => $"it may cost up to {Money(Estimate)}{(Left is { } left ? $", and {Money(left)} of this month's budget are left" : "")}";

    public static RetrainCosts Of(GovernorEvidence evidence)
    {
        decimal estimate = Math.Round((decimal)evidence.Retrain.TimeLimit.TotalHours * evidence.Governor.CostPerHour, 2, MidpointRounding.ToPositiveInfinity);
        var month = Month(evidence.Request.At);
        decimal spent = evidence.State.Spent.Where(s => Month(s.At) == month).Sum(s => s.Amount);
        return new(estimate, spent, evidence.Governor.BudgetPerMonth is { } budget ? Math.Max(0, budget - spent) : null);
    }

    public RetrainDecision? Budget(GovernorEvidence evidence)
    {
        if (Left is not { } left || Estimate <= left) return null;
        decimal budget = evidence.Governor.BudgetPerMonth!.Value;
        var next = Month(evidence.Request.At).AddMonths(1);
        bool fits = Estimate <= budget;
        string what = $"It may cost up to {Money(Estimate)}, and {Money(left)} of this month's {Money(budget)} are left ({Money(Spent)} are spent)";
        return new()
        {
            Action = fits ? RetrainAction.Wait : RetrainAction.Refuse,
            Rule = "budget/1",
            Until = fits ? next : null,
            Observed = (double)Estimate,
            Threshold = (double)left,
            Reason = fits
                ? $"{what}. The budget holds for manual requests too. A new month begins at {DurationWords.Of(next)}; or raise 'governor.budgetPerMonth'."
                : $"{what}. No month's budget pays for it. Raise 'governor.budgetPerMonth', or lower 'retrain.timeLimit'.",
        };
    }

    public RetrainDecision? Approval(GovernorEvidence evidence)
    {
        if (evidence.Request.Approved || evidence.Governor.ApprovalAbove is not { } limit || Estimate <= limit) return null;
        return new()
        {
            Action = RetrainAction.NeedsApproval,
            Rule = "approval/1",
            Until = evidence.Request.At + evidence.Governor.ApprovalTime,
            Observed = (double)Estimate,
            Threshold = (double)limit,
            Reason = $"It may cost up to {Money(Estimate)}, above the {Money(limit)} that need no approval. Without an answer within "
                + $"{DurationWords.Of(evidence.Governor.ApprovalTime)} it counts as refused.",
        };
    }

    private static string Money(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static DateTimeOffset Month(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
}

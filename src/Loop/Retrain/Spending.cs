namespace Homeostat.Loop;

/// <summary>Money spent on training.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Amount">How much, in the currency the policy thinks in.</param>
public sealed record Spending(DateTimeOffset At, decimal Amount);

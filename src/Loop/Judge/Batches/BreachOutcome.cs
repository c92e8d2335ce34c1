namespace Homeostat.Loop;

/// <summary>One update of a breach rule with all it was made from.</summary>
internal sealed record BreachOutcome(string Id, BreachSignal Signal, BreachState Before, BreachSample Sample, DateTimeOffset At, BreachVerdict Verdict);

namespace Homeostat.Loop;

/// <summary>A person must look; resuming the loop is the answer.</summary>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Question">What to find out, and what to do.</param>
public sealed record Escalation(DateTimeOffset Since, string Reason, string Question);

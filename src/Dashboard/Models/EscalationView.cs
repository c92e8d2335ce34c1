namespace Homeostat.Dashboard;

/// <summary>Why a person must look, and what for; resuming the loop is the answer.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why.</param>
/// <param name="Question">What the person is asked.</param>
public sealed record EscalationView(DateTimeOffset Since, string Reason, string Question);

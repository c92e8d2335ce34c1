namespace Homeostat.Dashboard;

/// <summary>Why a person must look, and what for; resuming the loop is the answer.</summary>
internal sealed record EscalationView(DateTimeOffset Since, string Reason, string Question);

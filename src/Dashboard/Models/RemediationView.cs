namespace Homeostat.Dashboard;

/// <summary>What is under way.</summary>
internal sealed record RemediationView(int Number, string Cause, string Reason, string? Job);

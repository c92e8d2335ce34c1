namespace Homeostat.Dashboard;

/// <summary>What is under way.</summary>
/// <param name="Number">Counts them.</param>
/// <param name="Cause">Why, in a word.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Job">The training job; null when there is none.</param>
public sealed record RemediationView(int Number, string Cause, string Reason, string? Job);

namespace Homeostat.Loop;

/// <summary>One row of the table of causes.</summary>
/// <param name="Name">Its name, without version.</param>
/// <param name="Applies">When it applies.</param>
/// <param name="Cause">The cause it names.</param>
/// <param name="Action">What it asks for.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record TriageRule(string Name, Func<TriageView, bool> Applies, TriageCause Cause, RecommendedAction Action, Func<TriageView, string> Reason);

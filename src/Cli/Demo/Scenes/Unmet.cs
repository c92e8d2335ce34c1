namespace Homeostat.Cli;

/// <summary>An expectation that was not met, in three beats.</summary>
/// <param name="What">What was seen instead.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">What to do.</param>
internal sealed record Unmet(string What, string Why, string Fix);

namespace Homeostat.Loop;

/// <summary>What came of making a journaled decision again.</summary>
/// <param name="End">Same, other, or nothing to judge.</param>
/// <param name="Text">The difference in words; empty when there is none.</param>
public sealed record ReplayResult(ReplayEnd End, string Text);

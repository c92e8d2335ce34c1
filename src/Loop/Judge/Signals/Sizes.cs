namespace Homeostat.Loop;

/// <summary>How much stands behind a statistic.</summary>
/// <param name="Reference">Observations of the reference.</param>
/// <param name="Current">Observations of the current batch.</param>
/// <param name="Bins">Bins that hold anything; 0 where there are none.</param>
internal readonly record struct Sizes(long Reference, long Current, int Bins);

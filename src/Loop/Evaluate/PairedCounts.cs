namespace Homeostat.Loop;

/// <summary>Rows by who was right.</summary>
/// <param name="BothRight">Both were.</param>
/// <param name="OnlyChallenger">Only the challenger was.</param>
/// <param name="OnlyChampion">Only the champion was.</param>
/// <param name="BothWrong">Neither was.</param>
/// <param name="Flips">Rows the two answered differently, right or wrong.</param>
public sealed record PairedCounts(long BothRight, long OnlyChallenger, long OnlyChampion, long BothWrong, long Flips);

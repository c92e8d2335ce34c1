namespace Homeostat.Loop;

/// <summary>A stretch of a collector's blob to be read: whole lines from one offset up to the last line feed before another.</summary>
/// <param name="Name">The blob.</param>
/// <param name="Collection">What was logged in it.</param>
/// <param name="From">Bytes taken before.</param>
/// <param name="To">Its length when it was listed; what is behind belongs to a later batch.</param>
/// <param name="ETag">Its ETag when it was listed.</param>
public sealed record CollectorPart(string Name, string Collection, long From, long To, string ETag);

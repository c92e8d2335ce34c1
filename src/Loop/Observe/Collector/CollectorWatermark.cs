namespace Homeostat.Loop;

/// <summary>How far a collector's blob was taken.</summary>
/// <param name="Name">The blob.</param>
/// <param name="Offset">Bytes taken: up to behind a line feed.</param>
/// <param name="ETag">Its ETag when it was looked at last: unchanged, it has nothing new.</param>
public sealed record CollectorWatermark(string Name, long Offset, string ETag);

namespace Homeostat.Loop;

/// <summary>A blob in a listing.</summary>
/// <param name="Name">Its whole name.</param>
/// <param name="ETag">Changes with every write.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ModifiedAt">Last write, UTC.</param>
public sealed record BlobEntry(string Name, string ETag, long Length, DateTimeOffset ModifiedAt);

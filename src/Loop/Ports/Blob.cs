namespace Homeostat.Loop;

/// <summary>The content of a blob as it was at one ETag.</summary>
/// <param name="Content">All bytes.</param>
/// <param name="ETag">Changes with every write.</param>
public sealed record Blob(ReadOnlyMemory<byte> Content, string ETag);

using System.Security.Cryptography;

namespace Homeostat.Loop;

/// <summary>A blob and what it held, so that evidence can point at it instead of repeating it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of its content, in hex.</param>
public sealed record BlobReference(string Name, string Hash)
{
    internal static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

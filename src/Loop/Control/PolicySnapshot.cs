namespace Homeostat.Loop;

/// <summary>A policy file as it was at one moment.</summary>
/// <param name="Json">Its text.</param>
/// <param name="Hash">SHA-256 of the text, in hex.</param>
public sealed record PolicySnapshot(string Json, string Hash);

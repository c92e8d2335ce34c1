namespace Homeostat.Loop;

/// <summary>The policy file that was told last.</summary>
/// <param name="Hash">SHA-256 of its text, in hex.</param>
internal sealed record ToldPolicy(string Hash);

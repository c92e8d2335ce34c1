namespace Homeostat.Loop;

/// <summary>The policy file that was told last.</summary>
/// <param name="Hash">SHA-256 of its text, in hex.</param>
internal sealed record ToldPolicy(string Hash)
{
    /// <summary>Text of the last valid one that was told, to tell the next change by; null: there was none.</summary>
    public string? Valid { get; init; }
}

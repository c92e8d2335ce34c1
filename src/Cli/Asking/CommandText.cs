namespace Homeostat.Cli;

/// <summary>The body of a command; what is null is not sent, as a host refuses what it does not know.</summary>
/// <param name="By">Who asks.</param>
internal sealed record CommandText(string By)
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>What a rollback goes to: version or deployment.</summary>
    public string? To { get; init; }

    /// <summary>Which one.</summary>
    public string? Target { get; init; }

    /// <summary>The answer to a question.</summary>
    public bool? Approve { get; init; }
}

namespace Homeostat.Batches;

/// <summary>Input that cannot be used, told in three beats: what happened, why it matters, what to do.</summary>
/// <param name="code">The stable code, listed in docs/errors.md.</param>
/// <param name="what">What happened: value, unit, place.</param>
/// <param name="why">Why it matters.</param>
/// <param name="fix">What to do.</param>
public sealed class BadInputException(string code, string what, string why, string fix) : Exception($"{code}: {what} {why} {fix}")
{
    /// <summary>The stable code, listed in docs/errors.md.</summary>
    public string Code { get; } = code;

    /// <summary>What happened: value, unit, place.</summary>
    public string What { get; } = what;

    /// <summary>Why it matters.</summary>
    public string Why { get; } = why;

    /// <summary>What to do.</summary>
    public string Fix { get; } = fix;
}

namespace Homeostat.Loop;

/// <summary>Something is wrong for a while: told once when it begins, and once when it is over.</summary>
/// <param name="Key">What is wrong, as "health/silence": its watch first.</param>
/// <param name="Since">When it was seen first, UTC.</param>
/// <param name="Reason">In words, as it was then.</param>
internal sealed record Incident(string Key, DateTimeOffset Since, string Reason)
{
    /// <summary>Whether everybody who is to know knows.</summary>
    public bool IsTold { get; init; }

    /// <summary>Names what is told of it: whichever host or run tells, it is the same.</summary>
    internal string Id => FormattableString.Invariant($"monitor/{Key}/{Since.UtcDateTime:yyyyMMdd'T'HHmmssfff}");
}

namespace Homeostat.Loop;

/// <summary>A version that became champion, or became it again.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">Its version; null when it cannot be told.</param>
/// <param name="At">When, UTC.</param>
public sealed record PromotionInput(string Model, string? Version, DateTimeOffset At)
{
    /// <summary>Whether nobody was champion before it.</summary>
    public bool IsFirst { get; init; }
}

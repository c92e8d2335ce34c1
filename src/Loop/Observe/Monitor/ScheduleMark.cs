namespace Homeostat.Loop;

/// <summary>How far a schedule was kept.</summary>
/// <param name="Schedule">The schedule as the policy writes it; another one starts anew.</param>
/// <param name="Kept">Due times up to here are done with, UTC.</param>
internal sealed record ScheduleMark(string Schedule, DateTimeOffset Kept)
{
    /// <summary>A due time that the controller was not told of yet, UTC; null: none.</summary>
    public DateTimeOffset? Due { get; init; }
}

namespace Homeostat.Dashboard;

/// <summary>The controller: running, missing, failed, completed or terminated.</summary>
/// <param name="Status">How it is.</param>
/// <param name="UpdatedAt">When it last did something.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record ControllerView(string Status, DateTimeOffset? UpdatedAt, string? Failure);

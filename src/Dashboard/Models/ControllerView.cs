namespace Homeostat.Dashboard;

/// <summary>The controller: running, missing, failed, completed or terminated.</summary>
internal sealed record ControllerView(string Status, DateTimeOffset? UpdatedAt, string? Failure);

namespace Homeostat.Dashboard;

/// <summary>The body of a command.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record CommandBody(string? By, string? Reason);

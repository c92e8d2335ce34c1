namespace Homeostat.Dashboard;

/// <summary>The answer to a question.</summary>
/// <param name="By">Who answers.</param>
/// <param name="Reason">Why, in words; needed to refuse.</param>
/// <param name="Approve">The answer.</param>
internal sealed record ApprovalBody(string? By, string? Reason, bool? Approve);

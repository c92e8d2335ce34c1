namespace Homeostat.Loop;

/// <summary>A question that a person was asked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Answer">The answer in words; null: there is none.</param>
public sealed record AskedApproval(string Id, string? Answer);

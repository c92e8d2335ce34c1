namespace Homeostat.Loop;

/// <summary>Something a person is asked.</summary>
/// <param name="Id">Names it in <c>POST /api/models/{m}/approvals/{id}</c>.</param>
/// <param name="About">What approval allows.</param>
/// <param name="Deadline">Until when an answer counts, UTC.</param>
/// <param name="Text">The question.</param>
public sealed record ApprovalQuestion(string Id, ApprovalSubject About, DateTimeOffset Deadline, string Text);

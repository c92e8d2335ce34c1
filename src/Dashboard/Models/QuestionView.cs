namespace Homeostat.Dashboard;

/// <summary>What a person is asked, and where the answer goes.</summary>
internal sealed record QuestionView(string Id, string About, DateTimeOffset Deadline, string Text, string Address);

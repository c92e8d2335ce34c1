namespace Homeostat.Dashboard;

/// <summary>What a person is asked, and where the answer goes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="About">What it is about.</param>
/// <param name="Deadline">No answer until then is a refusal.</param>
/// <param name="Text">The question.</param>
/// <param name="Address">Where the answer goes.</param>
public sealed record QuestionView(string Id, string About, DateTimeOffset Deadline, string Text, string Address);

namespace Homeostat.Dashboard;

/// <summary>Some records of a journal.</summary>
/// <param name="Model">Whose.</param>
/// <param name="Length">How many records there are in all.</param>
/// <param name="Records">In the order asked for.</param>
/// <param name="Next">Address of the next page; null: this was the last, for now.</param>
internal sealed record JournalPage(string Model, long Length, IReadOnlyList<RecordView> Records, string? Next);

namespace Homeostat.Loop;

/// <summary>The decisions about each model: append-only, hash-chained.</summary>
public interface IJournal
{
    /// <summary>Appends a decision, durable on return; a second append with the same id returns the first record and changes nothing.</summary>
    Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation);

    /// <summary>The records from a sequence number on, in order; a page of them is the first few. To follow, ask again from the next one.</summary>
    IAsyncEnumerable<JournalRecord> ReadAsync(string model, long from, CancellationToken cancellation);

    /// <summary>How many records there are, which is the sequence number of the next; the last page starts that many before.</summary>
    Task<long> CountAsync(string model, CancellationToken cancellation);

    /// <summary>The record with this id; null when there is none.</summary>
    Task<JournalRecord?> FindAsync(string model, string id, CancellationToken cancellation);
}

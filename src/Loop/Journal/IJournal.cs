namespace Homeostat.Loop;

/// <summary>The decisions about each model: append-only, hash-chained.</summary>
public interface IJournal
{
    /// <summary>Appends a decision, durable on return; a second append with the same id returns the first record and changes nothing.</summary>
    Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation);

    /// <summary>The records from a sequence number on, in order.</summary>
    IAsyncEnumerable<JournalRecord> ReadAsync(string model, long from, CancellationToken cancellation);
}

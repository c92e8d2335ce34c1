using System.Collections.Concurrent;

namespace Homeostat.Loop;

/// <summary>
/// The journal in a blob store: <c>journal/{model}/{yyyy-MM}.jsonl</c>, a record a line. An append reads nothing and a page only itself, however long
/// the journal is; only the first append after a start reads an index of 16 bytes a record. The index is beside the point: lost, it is made again.
/// </summary>
/// <param name="store">Where it is kept.</param>
public sealed class BlobJournal(IBlobStore store) : IJournal
{
    private readonly ConcurrentDictionary<string, JournalWriter> _writers = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.Id);
        ArgumentException.ThrowIfNullOrEmpty(entry.Kind);
        if (entry.Kind == JournalKinds.Continued) throw new ArgumentException("The journal writes this kind itself, when a month ends. Use another.", nameof(entry));
        return Writer(entry.Model).AppendAsync(entry, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalRecord> ReadAsync(string model, long from, CancellationToken cancellation) =>
        new JournalReader(store, model).ReadAsync(from, cancellation);

    /// <inheritdoc/>
    public Task<long> CountAsync(string model, CancellationToken cancellation) => new JournalReader(store, model).CountAsync(cancellation);

    /// <inheritdoc/>
    public Task<JournalRecord?> FindAsync(string model, string id, CancellationToken cancellation) => Writer(model).FindAsync(id, cancellation);

    private JournalWriter Writer(string model) => _writers.GetOrAdd(model, name => new JournalWriter(store, name, new SemaphoreSlim(1)));
}

using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A real journal that cannot be written now and then.</summary>
internal sealed class FakeJournal(IJournal journal, Func<bool> down, Fate fate) : IJournal
{
    public async Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        if (down()) throw new TransientException("The store did not answer.");
        var record = await journal.AppendAsync(entry, cancellation);
        await fate.AfterEffect(cancellation);
        return record;
    }

    public IAsyncEnumerable<JournalRecord> ReadAsync(string model, long from, CancellationToken cancellation) => journal.ReadAsync(model, from, cancellation);

    public Task<long> CountAsync(string model, CancellationToken cancellation) => journal.CountAsync(model, cancellation);

    public Task<JournalRecord?> FindAsync(string model, string id, CancellationToken cancellation) => journal.FindAsync(model, id, cancellation);
}

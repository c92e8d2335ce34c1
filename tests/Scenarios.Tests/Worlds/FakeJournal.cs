using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A real journal that cannot be written now and then.</summary>
internal sealed class FakeJournal(IJournal journal, Func<bool> down) : IJournal
{
    public async Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        if (down()) throw new TransientException("The store did not answer.");
        var record = await journal.AppendAsync(entry, cancellation);
        // What is journaled again, after a crash, must be the same decision.
        if ((record.Kind, record.Summary, Text(record.Evidence)) != (entry.Kind, entry.Summary, Text(entry.Evidence)))
            throw new InvalidOperationException($"The id {entry.Id} was journaled as '{record.Kind}: {record.Summary}' before, and as '{entry.Kind}: {entry.Summary}' now.");
        return record;
    }

    private static string Text(JsonElement evidence) => DurableJson.Write(evidence)?.GetRawText() ?? "";

    public IAsyncEnumerable<JournalRecord> ReadAsync(string model, long from, CancellationToken cancellation) => journal.ReadAsync(model, from, cancellation);

    public Task<long> CountAsync(string model, CancellationToken cancellation) => journal.CountAsync(model, cancellation);

    public Task<JournalRecord?> FindAsync(string model, string id, CancellationToken cancellation) => journal.FindAsync(model, id, cancellation);
}

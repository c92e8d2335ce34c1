using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>The journal, and a trace of each record: alerts and the workbook read traces. A record that was there already may be traced again, by the same id.</summary>
/// <param name="journal">Keeps the records.</param>
/// <param name="log">Hears of each.</param>
internal sealed class JournalLog(IJournal journal, ILogger<JournalLog> log) : IJournal
{
    public async Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var record = await journal.AppendAsync(entry, cancellation);
        FunctionsLog.Decided(log, entry.Model, entry.Kind, entry.Summary, entry.Id);
        return record;
    }

    public IAsyncEnumerable<JournalRecord> ReadAsync(string model, long from, CancellationToken cancellation) => journal.ReadAsync(model, from, cancellation);

    public Task<long> CountAsync(string model, CancellationToken cancellation) => journal.CountAsync(model, cancellation);

    public Task<JournalRecord?> FindAsync(string model, string id, CancellationToken cancellation) => journal.FindAsync(model, id, cancellation);
}

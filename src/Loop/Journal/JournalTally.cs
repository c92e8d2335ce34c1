using System.Collections.Concurrent;

namespace Homeostat.Loop;

/// <summary>
/// Counts journals as they grow: what was counted is kept, and only what came since is read, so asking costs the same however long a journal is.
/// The tally is beside the point: lost, it is made again.
/// </summary>
/// <param name="store">Where tallies are kept.</param>
/// <param name="journal">What is counted.</param>
public sealed class JournalTally(IBlobStore store, IJournal journal)
{
    // A first count of a long journal that is broken off is not lost.
    private const int KeepAfter = 10_000;

    private readonly JsonBlobs _json = new(store);
    private readonly ConcurrentDictionary<string, JournalCounts> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts of a model's journal as it is now.</summary>
    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public async Task<JournalCounts> ReadAsync(string model, CancellationToken cancellation)
    {
        var before = _counts.GetValueOrDefault(model) ?? await _json.ReadAsync<JournalCounts>(StateNames.TallyOf(model), cancellation) ?? new JournalCounts();
        // A journal that was restored from a backup may be shorter than it was.
        if (await journal.CountAsync(model, cancellation) is var records && records < before.Records) before = new JournalCounts();
        var counts = before;
        if (records > counts.Records) counts = await CountAsync(model, counts, cancellation);
        if (counts.Records != before.Records) await KeepAsync(model, counts, cancellation);
        return _counts[model] = counts;
    }

    private async Task<JournalCounts> CountAsync(string model, JournalCounts counts, CancellationToken cancellation)
    {
        int read = 0;
        await foreach (var record in journal.ReadAsync(model, counts.Records, cancellation))
        {
            counts = counts.Add(record);
            if (++read % KeepAfter == 0) await KeepAsync(model, counts, cancellation);
        }
        return counts;
    }

    private async Task KeepAsync(string model, JournalCounts counts, CancellationToken cancellation)
    {
        try
        {
            await store.WriteAsync(StateNames.TallyOf(model), JsonBlobs.Bytes(counts), WriteCondition.Always, cancellation);
        }
        catch (TransientException)
        {
            // What is not kept is counted again.
        }
    }
}

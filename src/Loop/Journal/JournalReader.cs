using System.Runtime.CompilerServices;

namespace Homeostat.Loop;

/// <summary>Reads a model's journal from anywhere, by way of the index; writes nothing, so whoever may look may use it.</summary>
internal sealed class JournalReader(IBlobStore store, string model)
{
    internal async IAsyncEnumerable<JournalRecord> ReadAsync(long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var months = await JournalNames.MonthsAsync(store, model, "", cancellation);
        int start = await MonthOfAsync(months, from, cancellation);
        for (int i = start; i < months.Count; i++)
        {
            string blob = JournalNames.Blob(model, months[i]);
            long offset = i == start ? await OffsetAsync(months[i], from, cancellation) : 0;
            await foreach (var text in JournalText.ReadAsync(store, blob, offset, cancellation))
            {
                if (!text.IsFinished) break; // a crash tore it; the next append removes it
                var record = JournalLine.Read(text.Bytes) ?? throw JournalErrors.Damaged(model, blob, text.Offset);
                if (record.Sequence >= from) yield return record;
            }
        }
    }

    internal async Task<long> CountAsync(CancellationToken cancellation)
    {
        var months = await JournalNames.MonthsAsync(store, model, "", cancellation);
        for (int i = months.Count - 1; i >= 0; i--)
        {
            if (await LastAsync(months[i], cancellation) is { } last) return last + 1;
        }
        return 0;
    }

    private async Task<long?> LastAsync(string month, CancellationToken cancellation)
    {
        var block = await new JournalIndex(store, JournalNames.Index(model, month)).BlockAsync(long.MaxValue, cancellation);
        long? last = null;
        long offset = block is null ? 0 : await CheckedAsync(month, block, block.Entries.Count - 1, cancellation);
        await foreach (var text in JournalText.ReadAsync(store, JournalNames.Blob(model, month), offset, cancellation))
        {
            if (text.IsFinished && JournalLine.Read(text.Bytes) is { } record) last = record.Sequence;
        }
        return last;
    }

    /// <summary>The last month that starts at or before a record; the first when none does.</summary>
    private async Task<int> MonthOfAsync(List<string> months, long record, CancellationToken cancellation)
    {
        // Most readers look at the end.
        int low = 0, high = months.Count - 1;
        for (int middle = high; low < high; middle = (low + high + 1) / 2)
        {
            if (await FirstAsync(months[middle], cancellation) <= record) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private async Task<long> FirstAsync(string month, CancellationToken cancellation)
    {
        string blob = JournalNames.Blob(model, month);
        if (await JournalText.FirstAsync(store, blob, 0, cancellation) is not { IsFinished: true } text) return long.MaxValue;
        return (JournalLine.Read(text.Bytes) ?? throw JournalErrors.Damaged(model, blob, 0)).Sequence;
    }

    /// <summary>Where to start reading for a record of a month: its own place, or one before it that the index knows.</summary>
    private async Task<long> OffsetAsync(string month, long record, CancellationToken cancellation)
    {
        long first = await FirstAsync(month, cancellation);
        if (record <= first) return 0;
        var block = await new JournalIndex(store, JournalNames.Index(model, month)).BlockAsync(record - first, cancellation);
        return block is null || record < block.First ? 0 : await CheckedAsync(month, block, Math.Min(record - block.First, block.Entries.Count - 1), cancellation);
    }

    /// <summary>Where a block says one of its records stands; 0, the start of the month, when it does not stand there.</summary>
    private async Task<long> CheckedAsync(string month, IndexBlock block, long entry, CancellationToken cancellation)
    {
        long offset = block.Entries[(int)entry].Offset;
        var text = await JournalText.FirstAsync(store, JournalNames.Blob(model, month), offset, cancellation);
        return text is { } line && JournalLine.Read(line.Bytes)?.Sequence == block.First + entry ? offset : 0;
    }
}

namespace Homeostat.Loop;

/// <summary>What must be known of a model's journal to append to it: its end, and the ids it has. Read once; then kept by adding what is appended.</summary>
internal sealed class JournalState(IBlobStore store, string model)
{
    private readonly Dictionary<ulong, (JournalMonth Month, long Offset)> _ids = [];
    private readonly List<JournalMonth> _months = [];

    /// <summary>The month that is appended to; null while there is none.</summary>
    internal JournalMonth? Month => _months.Count == 0 ? null : _months[^1];

    internal IReadOnlyList<JournalMonth> Months => _months;

    /// <summary>The last record; null while there is none.</summary>
    internal JournalRecord? Last { get; private set; }

    /// <summary>Where an unfinished last line starts; null when there is none.</summary>
    internal long? TornAt { get; private set; }

    /// <summary>Where a damaged line starts with no good one behind it; null when there is none.</summary>
    internal long? DamagedAt { get; private set; }

    /// <summary>The month the last record says the journal goes on in; null when it says nothing.</summary>
    internal string? ContinuedIn => Last?.Kind == JournalKinds.Continued ? Last.Evidence.GetProperty("month").GetString() : null;

    /// <summary>Reads what was appended since, by whomever; at first, all there is.</summary>
    /// <returns>False when less is there than was known: another journal has taken the place of this one.</returns>
    internal async Task<bool> CatchUpAsync(CancellationToken cancellation)
    {
        if (Month is { Length: > 0 } known && (await store.FindAsync(known.Blob, cancellation) is not { } entry || entry.Length < known.Length)) return false;
        TornAt = DamagedAt = null;
        foreach (string name in await JournalNames.MonthsAsync(store, model, Month?.Name ?? "", cancellation))
        {
            if (name != Month?.Name)
            {
                _months.Add(new JournalMonth(store, model, name));
                await ReadIndexAsync(Month!, cancellation);
            }
            TornAt = null; // before the last month it is nothing to be mended, but damage, and for the verifier
            await ReadLinesAsync(Month!, cancellation);
        }
        return true;
    }

    /// <summary>The record with this id; null when there is none.</summary>
    internal async Task<JournalRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        for (ulong key = IndexEntry.HashOf(id); _ids.TryGetValue(key, out var place); key++)
        {
            var text = await JournalText.FirstAsync(store, place.Month.Blob, place.Offset, cancellation);
            if (text is not { } line) continue; // cut off since: the append will not find the end it knows, and all is read anew
            var record = JournalLine.Read(line.Bytes) ?? throw JournalErrors.Damaged(model, place.Month.Blob, place.Offset);
            if (record.Id == id) return record;
        }
        return null;
    }

    /// <summary>Takes in a record that was appended.</summary>
    internal void Add(JournalRecord record, string month, int length)
    {
        if (Month?.Name != month) _months.Add(new JournalMonth(store, model, month));
        Add(Month!, record, Month!.Length + length);
    }

    private void Add(JournalMonth month, JournalRecord? record, long end)
    {
        ulong hash = record is null ? 0 : IndexEntry.HashOf(record.Id);
        if (record is null) DamagedAt ??= month.Length;
        else Take(hash, month, month.Length, record);
        month.Add(record, hash, end);
    }

    private void Take(ulong hash, JournalMonth month, long offset, JournalRecord record)
    {
        Remember(hash, month, offset);
        Last = record;
        DamagedAt = null;
    }

    // Two ids with one hash stand side by side; whoever looks for one compares the ids themselves.
    private void Remember(ulong key, JournalMonth month, long offset)
    {
        while (!_ids.TryAdd(key, (month, offset))) key++;
    }

    private async Task ReadIndexAsync(JournalMonth month, CancellationToken cancellation)
    {
        var blocks = await month.Index.ReadAsync(cancellation);
        if (blocks.Count == 0 || await LastIndexedAsync(month, blocks, cancellation) is not { } last) return;
        foreach (var block in blocks)
        {
            month.Skip(block);
            foreach (var entry in block.Entries) Remember(entry.Hash, month, entry.Offset);
        }
        Last = last;
    }

    /// <summary>The last record the index knows; null when the index is not of this journal.</summary>
    private async Task<JournalRecord?> LastIndexedAsync(JournalMonth month, List<IndexBlock> blocks, CancellationToken cancellation)
    {
        if (blocks[0].Entries[0].Offset != 0) return null;
        long next = Last is null ? blocks[0].First : Last.Sequence + 1;
        foreach (var block in blocks)
        {
            if (block.First != next) return null;
            next += block.Entries.Count;
        }
        var end = blocks[^1].Entries[^1];
        if (await JournalText.FirstAsync(store, month.Blob, end.Offset, cancellation) is not { IsFinished: true } text || text.End != blocks[^1].End) return null;
        return JournalLine.ReadIntact(text.Bytes) is { } record && record.Sequence == next - 1 && IndexEntry.HashOf(record.Id) == end.Hash ? record : null;
    }

    private async Task ReadLinesAsync(JournalMonth month, CancellationToken cancellation)
    {
        await foreach (var text in JournalText.ReadAsync(store, month.Blob, month.Length, cancellation))
        {
            if (text.IsFinished) Add(month, JournalLine.ReadIntact(text.Bytes), text.End);
            else TornAt = text.Offset;
        }
    }
}

namespace Homeostat.Loop;

/// <summary>
/// Appends to one model's journal. Processes may do so at once: every record goes to a known length of the last month's blob, and a month is closed
/// by a record of its own before the next one begins, so that there is always one place to append to and the chain never forks.
/// </summary>
/// <param name="store">Where it is kept.</param>
/// <param name="model">Whose it is.</param>
/// <param name="gate">Lets one of this process in at a time.</param>
internal sealed class JournalWriter(IBlobStore store, string model, SemaphoreSlim gate)
{
    private const int MostTries = 200;

    private JournalState _state = new(store, model);
    private bool _isCurrent;

    internal async Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            for (int tries = 0; tries < MostTries; tries++)
            {
                await CatchUpAsync(cancellation);
                if (await _state.FindAsync(entry.Id, cancellation) is { } first) return first;
                if (await TryAppendAsync(entry, cancellation) is { } record) return record;
            }
        }
        finally
        {
            gate.Release();
        }
        throw JournalErrors.Busy(model);
    }

    /// <summary>The record with this id; null when there is none.</summary>
    internal async Task<JournalRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            _isCurrent = false; // others may have appended
            await CatchUpAsync(cancellation);
            return await _state.FindAsync(id, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        while (!_isCurrent)
        {
            _isCurrent = await _state.CatchUpAsync(cancellation);
            if (!_isCurrent) _state = new JournalState(store, model);
        }
    }

    /// <summary>One step towards the record: null when it was another one, and there is more to do.</summary>
    private async Task<JournalRecord?> TryAppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        if (_state.DamagedAt is { } damage) throw JournalErrors.Damaged(model, _state.Month!.Blob, damage);
        if (_state.TornAt is { } torn)
        {
            await MendAsync(_state.Month!.Blob, torn, cancellation);
            return null;
        }
        string month = JournalNames.Month(entry.At);
        if (_state.Month is not { } current) return await WriteAsync(entry, month, cancellation);
        // A clock that jumped back does not: records stay in the order they were made.
        if (_state.ContinuedIn is { } next) return await WriteAsync(entry, next, cancellation);
        if (string.CompareOrdinal(month, current.Name) <= 0) return await WriteAsync(entry, current.Name, cancellation);
        await WriteAsync(Closing(entry, month), current.Name, cancellation);
        return null;
    }

    private async Task<JournalRecord?> WriteAsync(JournalEntry entry, string month, CancellationToken cancellation)
    {
        byte[] line = JournalLine.Write(entry, _state.Last is null ? 0 : _state.Last.Sequence + 1, _state.Last?.Hash ?? JournalLine.NoHash);
        long length = _state.Month?.Name == month ? _state.Month.Length : 0;
        _isCurrent = false; // whatever happens now, unless it ends well
        if (!await store.AppendAsync(JournalNames.Blob(model, month), line, length, cancellation)) return null;
        var record = JournalLine.Read(line.AsMemory(..^1))!;
        _state.Add(record, month, line.Length);
        _isCurrent = true;
        await IndexAsync();
        return record;
    }

    /// <summary>Finishes or cuts off the line that a crash left unfinished.</summary>
    private async Task MendAsync(string blob, long torn, CancellationToken cancellation)
    {
        _isCurrent = false;
        // The ETag before the bytes: what is cut is what was looked at.
        var entry = await store.FindAsync(blob, cancellation);
        if (await JournalText.FirstAsync(store, blob, torn, cancellation) is not { IsFinished: false } text || text.End != entry?.Length) return;
        if (JournalLine.ReadIntact(text.Bytes) is not null)
        {
            await store.AppendAsync(blob, "\n"u8.ToArray(), entry.Length, cancellation);
            return;
        }
        // A whole record with something else in the newline's place was not torn: cutting it would lose a decision.
        if (JournalLine.ReadIntact(text.Bytes[..^1]) is not null) throw JournalErrors.Damaged(model, blob, torn);
        await store.TruncateAsync(blob, torn, entry.ETag, cancellation);
    }

    private async Task IndexAsync()
    {
        try
        {
            for (int i = 0; i < _state.Months.Count; i++)
            {
                var month = _state.Months[i];
                while (month.DueBlock(i < _state.Months.Count - 1) is { } block)
                {
                    if (!await month.Index.AppendAsync(block, month.Blocks, CancellationToken.None))
                    {
                        (_state, _isCurrent) = (new JournalState(store, model), false); // somebody removed it: it is made anew
                        return;
                    }
                    month.Indexed(block);
                }
            }
        }
        catch (Exception e) when (e is IOException or TransientException)
        {
            // The record is written, and that is what was asked for. The index is due again at the next one.
        }
    }

    private static JournalEntry Closing(JournalEntry entry, string month) => new(
        entry.Model, entry.At, $"continued-{month}", JournalKinds.Continued, $"The journal goes on in {month}.", JournalJson.Evidence(new { month }));
}

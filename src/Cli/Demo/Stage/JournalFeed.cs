using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Reads the journal as it grows, and lets others wait for what comes.</summary>
internal sealed class JournalFeed : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly IJournal _journal;
    private readonly Func<TimeSpan> _since;
    private readonly Action<SeenRecord> _tell;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _reading;
    private ImmutableList<SeenRecord> _seen = [];

    internal JournalFeed(IJournal journal, Func<TimeSpan> since, Action<SeenRecord> tell)
    {
        (_journal, _since, _tell) = (journal, since, tell);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>All records so far.</summary>
    internal IReadOnlyList<SeenRecord> Seen => _seen;

    /// <summary>The records from a number on.</summary>
    internal IEnumerable<SeenRecord> From(int start) => _seen.Skip(start);

    /// <summary>The first record from a number on that is meant; null when none came in time.</summary>
    internal async Task<SeenRecord?> WaitAsync(int start, Func<SeenRecord, bool> isMeant, TimeSpan deadline, CancellationToken cancellation)
    {
        for (var end = _since() + deadline; ;)
        {
            if (From(start).FirstOrDefault(isMeant) is { } found) return found;
            if (_reading.IsFaulted) await _reading;
            if (_since() >= end) return null;
            await Task.Delay(s_look, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await foreach (var record in _journal.ReadAsync(DemoPolicy.Model, _seen.Count, _end.Token)) Add(new SeenRecord(record, _since()));
            }
            catch (TransientException)
            {
                // Busy for the moment; the next look reads on.
            }
            await Task.Delay(s_look, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Add(SeenRecord record)
    {
        _seen = _seen.Add(record);
        _tell(record);
    }
}

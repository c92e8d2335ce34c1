using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Shows the records of a model, and goes on as they come.</summary>
internal sealed class ShowJournal(JournalRequest request, Terminal terminal)
{
    /// <summary>Records that a person is shown who did not say how many.</summary>
    internal const int Usual = 50;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    private readonly JournalLines _lines = new(terminal);

    internal int Run() => StateFolder.Read(request.State, request.Model, RunAsync);

    private async Task<int> RunAsync(IBlobStore store)
    {
        await KnownModels.NeedAsync(store, request.State, request.Model, terminal.Cancellation);
        var journal = new BlobJournal(store);
        long next = await StartAsync(journal);
        if (!request.Json) WriteTop(next);
        next = await ShowAsync(journal, next);
        if (request.Follow) await FollowAsync(journal, next);
        return ExitCode.Healthy;
    }

    private async Task FollowAsync(BlobJournal journal, long next)
    {
        try
        {
            while (true)
            {
                terminal.Flush();
                await terminal.Wait(s_poll, terminal.Cancellation);
                next = await ShowAsync(journal, next);
            }
        }
        catch (OperationCanceledException) when (terminal.Cancellation.IsCancellationRequested)
        {
            // Ctrl+C is how following ends.
        }
    }

    private async Task<long> ShowAsync(BlobJournal journal, long from)
    {
        await foreach (var record in journal.ReadAsync(request.Model, from, terminal.Cancellation))
        {
            if (request.Json) terminal.Out.WriteLine(record.ToJson());
            else _lines.Write(record);
            from = record.Sequence + 1;
        }
        return from;
    }

    private async Task<long> StartAsync(BlobJournal journal)
    {
        long count = await journal.CountAsync(request.Model, terminal.Cancellation);
        long start = request.Since is { } since ? await FirstSinceAsync(journal, since, count) : 0;
        long? last = request.Last ?? (request.Json || request.Since is not null ? null : Usual);
        return last is { } most ? Math.Max(start, count - most) : start;
    }

    /// <summary>The first record from a time on: records are in the order they were made, so it is looked for by halves.</summary>
    private async Task<long> FirstSinceAsync(BlobJournal journal, DateTimeOffset since, long count)
    {
        long low = 0, high = count;
        while (low < high)
        {
            long middle = low + (high - low) / 2;
            if (await AtAsync(journal, middle) < since) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private async Task<DateTimeOffset> AtAsync(BlobJournal journal, long sequence)
    {
        await foreach (var record in journal.ReadAsync(request.Model, sequence, terminal.Cancellation)) return record.At;
        return DateTimeOffset.MaxValue;
    }

    private void WriteTop(long start)
    {
        if (start > 0) _lines.WriteNote($"{Numbers.Count(start, "earlier record")} not shown; --last and --since show more.");
        _lines.WriteHeader();
    }
}

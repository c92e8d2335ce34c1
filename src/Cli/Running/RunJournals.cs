using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Follows the journals of all models and shows each record as a line, from the start of the host on.</summary>
internal sealed class RunJournals(LoopPorts ports, RunLines lines)
{
    private const string Policies = "policies/", Ending = ".json";

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, long> _next = new(StringComparer.Ordinal);
    private string? _trouble;

    /// <summary>Until it is cancelled. What cannot be read is told once, and tried again.</summary>
    internal async Task FollowAsync(CancellationToken cancellation)
    {
        var since = lines.Now;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await foreach (var blob in ports.Store.ListAsync(Policies, cancellation))
                    if (blob.Name.EndsWith(Ending, StringComparison.Ordinal)) await ShowAsync(blob.Name[Policies.Length..^Ending.Length], since, cancellation);
                _trouble = null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or TransientException)
            {
                if (_trouble != e.Message) lines.Warning(lines.Now, $"A journal cannot be shown: {e.Message}");
                _trouble = e.Message;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(s_poll, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ShowAsync(string model, DateTimeOffset since, CancellationToken cancellation)
    {
        if (!_next.TryGetValue(model, out long next)) next = await FirstAsync(model, since, cancellation);
        // Kept record by record: what was shown before an error is not shown again.
        _next[model] = next;
        if (await ports.Journal.CountAsync(model, cancellation) <= next) return;
        await foreach (var record in ports.Journal.ReadAsync(model, next, cancellation))
        {
            lines.Record(record.At, record.Kind, $"{model}: {JournalBrief.Of(record)}", PaintOf(record.Kind));
            _next[model] = record.Sequence + 1;
        }
    }

    // A model that is seen for the first time while the host runs has all its records shown; those from before it are history.
    private async Task<long> FirstAsync(string model, DateTimeOffset since, CancellationToken cancellation)
    {
        long count = await ports.Journal.CountAsync(model, cancellation), first = count;
        while (first > 0)
        {
            bool isNew = false;
            await foreach (var record in ports.Journal.ReadAsync(model, first - 1, cancellation))
            {
                isNew = record.At >= since;
                break;
            }
            if (!isNew) break;
            first--;
        }
        return first;
    }

    private static Func<Style, string, string>? PaintOf(string kind) => kind switch
    {
        JournalKinds.Escalated or JournalKinds.RolledBack or JournalKinds.BreakerOpened or JournalKinds.ChallengerRejected => (style, text) => style.Red(text),
        JournalKinds.ApprovalAsked or JournalKinds.BatchQuarantined or JournalKinds.ForeignEdit or JournalKinds.Trouble or JournalKinds.Triaged => (style, text) => style.Yellow(text),
        JournalKinds.Promoted => (style, text) => style.Green(text),
        _ => null,
    };
}

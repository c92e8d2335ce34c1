using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Makes batches of a data collector's closed hours, each once: an hour is entered as pending in the same write that moves the watermarks, then joined
/// into a file, then started; each step finds what a run before it left.
/// </summary>
internal sealed class CollectorIntake(LoopPorts ports, IOrchestrationClient client)
{
    // A tick stays short, also after a week of standing still.
    private const int MostAtOnce = 24;

    // What failed through no fault of the hour is tried again, not more often than somebody can read of it.
    private static readonly TimeSpan _tryAgain = TimeSpan.FromMinutes(10);

    private readonly JsonBlobs _json = new(ports.Store);
    private readonly CollectorFiles _files = new(ports.Collected);

    internal async Task LookAsync(MonitorTurn turn, CancellationToken cancellation)
    {
        string name = StateNames.CollectorOf(turn.Policy.Model);
        var state = await _json.ReadAsync<CollectorState>(name, cancellation) ?? CollectorState.Empty;
        var options = turn.Policy.Collector;
        if (IsTimeToList(state, turn.Now, options)) state = await TakeAsync(turn, state, options, cancellation);
        foreach (var pending in state.Pending.Take(MostAtOnce)) await SendAsync(turn, pending, cancellation);
    }

    /// <summary>Once an hour, when the last one's grace is over: no hour closes in between.</summary>
    private static bool IsTimeToList(CollectorState state, DateTimeOffset now, CollectorOptions options) =>
        state.ListedAt is not { } before || Hour(before - options.Grace) != Hour(now - options.Grace);

    private static long Hour(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerHour;

    private async Task<CollectorState> TakeAsync(MonitorTurn turn, CollectorState state, CollectorOptions options, CancellationToken cancellation)
    {
        var listing = await _files.ListAsync(options, turn.Policy.Endpoint, cancellation);
        var after = state with { ListedAt = turn.Now, Revision = state.Revision + 1 };
        foreach (var due in CollectorPlan.Next(listing, state, turn.Now, options))
        {
            var taken = await _files.WholeLinesAsync(due.Parts, cancellation);
            after = CollectorPlan.Advance(after, due, taken, turn.Now, options);
            ImmutableArray<CollectorPart> parts = [.. due.Parts.Select((part, i) => part with { To = taken[i] }).Where(part => part.To > part.From)];
            if (CollectorHour.HasRows(due with { Parts = parts })) after = after with { Pending = after.Pending.Add(new CollectorPending(due with { Parts = parts }, turn.Now)) };
        }
        var kept = await _json.UpdateAsync<CollectorState>(StateNames.CollectorOf(turn.Policy.Model),
            before => (before?.Revision ?? 0) == state.Revision ? after : null, cancellation);
        return kept ?? state;
    }

    private async Task SendAsync(MonitorTurn turn, CollectorPending pending, CancellationToken cancellation)
    {
        string model = turn.Policy.Model, blob = StateNames.CollectedOf(model, pending.Batch);
        if (pending.ETag is null)
        {
            if (await WriteAsync(turn, pending, blob, cancellation) is not { } written) return;
            pending = written;
        }
        var arrival = new BatchArrival(model, blob, pending.ETag!, pending.TakenAt)
        {
            Deployment = pending.Batch.Deployment, Slot = CollectorBatch.FolderOf(pending.Batch.Endpoint, "-", pending.Batch.Hour),
        };
        string id = BatchOrchestrator.InstanceOf(model, arrival.Batch);
        var instance = await client.GetAsync(id, cancellation);
        bool isDone = instance is { Status: OrchestrationStatus.Completed or OrchestrationStatus.Terminated }
            || (instance is null && await new BatchCatalog(ports.Store).FindAsync(model, arrival.Batch, cancellation) is not null);
        if (isDone) await RemoveAsync(model, pending, cancellation);
        else if (instance is null || (instance.Status == OrchestrationStatus.Failed && turn.Now - instance.UpdatedAt >= _tryAgain))
        {
            if (await client.StartAsync(BatchOrchestrator.Name, id, arrival, cancellation)) turn.Started();
        }
    }

    /// <summary>Joins the hour into a file; null when there is none to start, because it cannot be read or another host sent it off.</summary>
    private async Task<CollectorPending?> WriteAsync(MonitorTurn turn, CollectorPending pending, string blob, CancellationToken cancellation)
    {
        string model = turn.Policy.Model;
        byte[] csv;
        try
        {
            csv = await new CollectorHour(ports, _files).JoinAsync(turn, pending.Batch, cancellation);
        }
        catch (BadInputException e)
        {
            await turn.JournalAsync(JournalKinds.BatchQuarantined, $"collector/{pending.Batch.Id}", $"The collector's hour {pending.Batch.Folder} is not judged: {e.Message}", pending.Batch, cancellation);
            await RemoveAsync(model, pending, cancellation);
            return null;
        }
        string? eTag = await ports.Store.WriteAsync(blob, csv, WriteCondition.Absent, cancellation) ?? (await ports.Store.FindAsync(blob, cancellation))?.ETag;
        // The first ETag stands: it names the batch, also when the file was moved to quarantine since.
        var state = await ChangeAsync(model, pending, found => found.ETag is null && eTag is not null ? found with { ETag = eTag } : found, cancellation);
        return state.Pending.FirstOrDefault(found => found.Batch.Id == pending.Batch.Id) is { ETag: not null } kept ? kept : null;
    }

    private Task<CollectorState> RemoveAsync(string model, CollectorPending pending, CancellationToken cancellation) => ChangeAsync(model, pending, _ => null, cancellation);

    private async Task<CollectorState> ChangeAsync(string model, CollectorPending pending, Func<CollectorPending, CollectorPending?> change, CancellationToken cancellation) =>
        await _json.UpdateAsync<CollectorState>(StateNames.CollectorOf(model), state =>
        {
            if (state?.Pending.FirstOrDefault(known => known.Batch.Id == pending.Batch.Id) is not { } found) return null;
            var after = change(found);
            if (after == found) return null;
            return state with { Revision = state.Revision + 1, Pending = after is null ? state.Pending.Remove(found) : state.Pending.Replace(found, after) };
        }, cancellation) ?? CollectorState.Empty;
}

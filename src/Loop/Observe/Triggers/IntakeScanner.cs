namespace Homeostat.Loop;

/// <summary>
/// Looks at what was dropped and starts what takes it: a controller a policy, an orchestration a batch and a label file. Whether a watch, a timer or
/// a blob event asks for a look makes no difference: what was taken is not taken again, and what a lost event would have told is found by the next look.
/// </summary>
/// <param name="store">Where files are dropped.</param>
/// <param name="journal">Where policy changes are told.</param>
/// <param name="client">Starts orchestrations.</param>
/// <param name="time">The clock.</param>
public sealed class IntakeScanner(IBlobStore store, IJournal journal, IOrchestrationClient client, TimeProvider time)
{
    private readonly PolicyWatch _policies = new(store, journal, client);

    /// <summary>A file younger than this may still be being written, and is looked at again later. Default 2 seconds.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Looks at everything once.</summary>
    public async Task<ScanResult> ScanAsync(CancellationToken cancellation)
    {
        int controllers = 0;
        await foreach (var blob in store.ListAsync("policies/", cancellation))
            if (await TakePolicyAsync(blob.Name, cancellation)) controllers++;
        var batches = await TakeAsync(DropFolder.Batches, cancellation);
        var labels = await TakeAsync(DropFolder.Labels, cancellation);
        return new ScanResult(controllers, batches.Started, labels.Started, batches.Settling + labels.Settling);
    }

    /// <summary>Looks at one policy that an event told of, <c>policies/{model}.json</c>; other names are nobody's policy.</summary>
    /// <returns>Whether a controller was started.</returns>
    public async Task<bool> TakePolicyAsync(string name, CancellationToken cancellation) =>
        PolicyFileName.ModelOf(name) is { } model && await EnsureControllerAsync(model, cancellation);

    /// <summary>Starts a model's controller unless it has one, and tells a policy that changed.</summary>
    /// <returns>Whether it was started.</returns>
    public async Task<bool> EnsureControllerAsync(string model, CancellationToken cancellation)
    {
        if (!await _policies.LookAsync(model, time.GetUtcNow(), cancellation)) return false;
        string id = ControllerOrchestrator.InstanceOf(model);
        return await client.GetAsync(id, cancellation) is null
            && await client.StartAsync(ControllerOrchestrator.Name, id, new ControllerState { Model = model, PhaseSince = time.GetUtcNow() }, cancellation);
    }

    /// <summary>Looks at one file that an event told of, in <c>batches/</c> or <c>labels/</c>. The event says that it is written: no time to settle.</summary>
    /// <returns>Whether it was started on its way: not when it was before, nor when it is no longer there.</returns>
    /// <exception cref="ArgumentException">The name is in neither folder.</exception>
    public async Task<bool> TakeAsync(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        DropFolder[] folders = [DropFolder.Batches, DropFolder.Labels];
        var folder = Array.Find(folders, folder => name.StartsWith(folder.Prefix, StringComparison.Ordinal))
            ?? throw new ArgumentException($"'{name}' is in no folder that files are dropped in. Nothing takes it. Name a file of batches/ or labels/.", nameof(name));
        if (await store.FindAsync(name, cancellation) is not { } blob) return false;
        return await TakeAsync(folder, new KnownFiles(store, client, folder, time.GetUtcNow()), blob, cancellation);
    }

    private async Task<(int Started, int Settling)> TakeAsync(DropFolder folder, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var known = new KnownFiles(store, client, folder, now);
        int started = 0, settling = 0;
        await foreach (var blob in store.ListAsync(folder.Prefix, cancellation))
        {
            if ((now - blob.ModifiedAt).Duration() < SettleTime) settling++;
            else if (await TakeAsync(folder, known, blob, cancellation)) started++;
        }
        return (started, settling);
    }

    private async Task<bool> TakeAsync(DropFolder folder, KnownFiles known, BlobEntry blob, CancellationToken cancellation)
    {
        var verdict = IntakePolicy.Judge(new IntakeRequest(blob.Name, blob.ETag, blob.Length));
        if (verdict.Action == IntakeAction.Ignore) return false;
        if (verdict.Model is { } model && PolicyFileName.CanName(model))
            return !await known.ContainsAsync(model, verdict.Batch!, cancellation) && await StartAsync(folder, model, verdict.Batch!, blob, cancellation);
        await RefuseAsync(blob, verdict, cancellation);
        return false;
    }

    private Task<bool> StartAsync(DropFolder folder, string model, string id, BlobEntry blob, CancellationToken cancellation) =>
        client.StartAsync(folder.Orchestrator, folder.InstanceOf(model, id), folder.Input(model, NotFromTheFuture(blob)), cancellation);

    // A file dated years ahead, by a wrong clock somewhere, would take the journal there with it.
    private BlobEntry NotFromTheFuture(BlobEntry blob) => time.GetUtcNow() is var now && blob.ModifiedAt > now ? blob with { ModifiedAt = now } : blob;

    // Nobody's batch has nobody's journal: the reason beside it is all there is to write.
    private async Task RefuseAsync(BlobEntry blob, IntakeVerdict verdict, CancellationToken cancellation)
    {
        string reason = $"'{blob.Name}' names no model. What is dropped belongs to exactly one. Put it in a folder of the model's name: letters, digits, '-' and '_'.";
        string id = verdict.Batch!;
        await store.WriteAsync(StateNames.ReasonOf("-", id), JsonBlobs.Bytes(new { id, blob = blob.Name, at = time.GetUtcNow(), reason }), WriteCondition.Always, cancellation);
        await store.MoveAsync(blob.Name, StateNames.QuarantineOf("-", id), cancellation);
    }
}

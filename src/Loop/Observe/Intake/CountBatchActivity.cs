namespace Homeostat.Loop;

/// <summary>Counts a batch, judges its quality, and accepts it or puts it in quarantine.</summary>
internal sealed class CountBatchActivity(LoopPorts ports) : IActivity<BatchArrival, BatchCounted>
{
    private readonly BatchCatalog _catalog = new(ports.Store);

    public async Task<BatchCounted> RunAsync(BatchArrival input, CancellationToken cancellation)
    {
        var entry = await _catalog.FindAsync(input.Model, input.Batch, cancellation);
        if (entry is null)
        {
            if (await new BatchCount(ports).CountAsync(input, cancellation) is not { } counted)
                return new BatchCounted(input.Batch, false, $"'{input.Blob}' is gone or was replaced before it was read; what is there now is another batch");
            // From here on the decision stands: a run after a crash goes on with it.
            entry = await _catalog.AddAsync(input.Model, counted, cancellation);
        }
        await new CountedParts(ports.Store, input).ForgetAsync(cancellation);
        await new Arrivals(ports.Store).NoteAsync(input.Model, entry, cancellation);
        if (entry.Quarantined is { } reason)
        {
            await new Quarantine(ports).PutAsync(input.Model, entry, input.ArrivedAt, cancellation);
            return new BatchCounted(entry.Batch, false, reason);
        }
        await AcceptAsync(input, entry, cancellation);
        return new BatchCounted(entry.Batch, true, entry.Quality!.Reason) { Labels = entry.OwnLabels, HasPredictions = entry.HasPredictions, HasPerformance = entry.OwnLabels > 0 };
    }

    private async Task AcceptAsync(BatchArrival input, BatchEntry entry, CancellationToken cancellation)
    {
        string summary = $"Batch {entry.Batch} with {Words.Count(entry.Rows)} rows, {Words.Count(entry.OwnLabels)} of them labelled: {entry.Quality!.Reason}.";
        var record = new QualityRecord(entry.Batch, entry.Blob, entry.Quality.Reason)
        {
            Reference = entry.Reference, Fingerprint = entry.Fingerprint, Quality = entry.Quality, Rows = entry.Rows, LabelledRows = entry.OwnLabels,
        };
        await ports.Journal.AppendAsync(
            new JournalEntry(input.Model, input.ArrivedAt, $"batch/{entry.Batch}/accepted", JournalKinds.BatchAccepted, summary, DurableJson.Write(record)!.Value), cancellation);
    }
}

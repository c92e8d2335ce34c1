namespace Homeostat.Loop;

/// <summary>Takes a batch out of everything: reason beside it, journaled, moved. Done twice it leaves the same.</summary>
internal sealed class Quarantine(LoopPorts ports)
{
    internal async Task PutAsync(string model, BatchEntry entry, DateTimeOffset at, CancellationToken cancellation)
    {
        string reason = entry.Quarantined ?? throw new ArgumentException($"Batch {entry.Batch} has no reason to be in quarantine. Nobody could tell why it is there. Set it.", nameof(entry));
        var record = new QualityRecord(entry.Batch, entry.Blob, reason) { Reference = entry.Reference, Fingerprint = entry.Fingerprint, Quality = entry.Quality, Intake = entry.Refused };
        await PutAsync(new QuarantinedFile(model, entry.Batch, entry.Blob, entry.ETag, reason), $"batch/{entry.Batch}/quarantined", record, at, cancellation);
    }

    /// <summary>The same for any file.</summary>
    internal async Task PutAsync(QuarantinedFile file, string journalId, object evidence, DateTimeOffset at, CancellationToken cancellation)
    {
        var reason = new { file.Id, file.Blob, At = at, file.Reason, Evidence = evidence };
        await ports.Store.WriteAsync(StateNames.ReasonOf(file.Model, file.Id), JsonBlobs.Bytes(reason), WriteCondition.Always, cancellation);
        string summary = $"'{file.Blob}' is in quarantine: {file.Reason}";
        await ports.Journal.AppendAsync(new JournalEntry(file.Model, at, journalId, JournalKinds.BatchQuarantined, summary, DurableJson.Write(evidence)!.Value), cancellation);
        // Another file that came to the same place since is not this one's fault.
        if ((await ports.Store.FindAsync(file.Blob, cancellation))?.ETag == file.ETag)
            await ports.Store.MoveAsync(file.Blob, StateNames.QuarantineOf(file.Model, file.Id), cancellation);
    }
}

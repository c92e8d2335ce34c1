using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Decisions that were made from counts in storage: the quality of a batch, its drift and that of its windows.</summary>
internal sealed class CountsReplay(IBlobStore store)
{
    private readonly FingerprintBlobs _fingerprints = new(store);

    internal static bool Needs(JournalRecord record) => record.Kind is JournalKinds.BatchAccepted or JournalKinds.BatchQuarantined or JournalKinds.Judged;

    internal Task<ReplayResult> CheckAsync(JournalRecord record, CancellationToken cancellation) =>
        record.Kind == JournalKinds.Judged ? JudgedAsync(record, cancellation) : QualityAsync(record, cancellation);

    private async Task<ReplayResult> JudgedAsync(JournalRecord record, CancellationToken cancellation)
    {
        var judged = record.Read<JudgedRecord>();
        return await new BatchJudge(store).ReplayAsync(judged, cancellation) is { } again ? ReplayResult.Of(record, judged, again) : Gone(record);
    }

    private async Task<ReplayResult> QualityAsync(JournalRecord record, CancellationToken cancellation)
    {
        var it = record.Read<QualityRecord>();
        if (it.Quality is not { } quality) return ReplayResult.NotJudged;
        if (await ReadAsync(it.Fingerprint, cancellation) is not { } batch || await ReadAsync(it.Reference, cancellation) is not { } reference) return Gone(record);
        // Roles are those the batch was counted with.
        return ReplayResult.Of(record, quality, QualityPolicy.Judge(batch, reference.WithSchema(batch.Schema), quality.Options));
    }

    private async Task<Fingerprint?> ReadAsync(BlobReference? blob, CancellationToken cancellation) =>
        blob is null ? null : await _fingerprints.ReadAsync(blob, cancellation);

    private static ReplayResult Gone(JournalRecord record) => ReplayResult.Missing(record, "fingerprints that are gone or were changed since");
}

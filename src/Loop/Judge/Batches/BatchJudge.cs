using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Judges a batch and its windows from fingerprints in storage; the same for a new batch and for a replay.</summary>
/// <param name="store">Where the fingerprints are.</param>
/// <param name="recent">Those that need not be read again; null for a replay, which wants to know whether they are there still.</param>
internal sealed class BatchJudge(IBlobStore store, RecentFingerprints? recent = null)
{
    private static readonly TimeSpan _week = TimeSpan.FromDays(7), _near = TimeSpan.FromHours(12);

    private readonly FingerprintBlobs _fingerprints = new(store, recent);

    /// <summary>Judges a new batch.</summary>
    /// <param name="entry">The batch, counted and not in quarantine.</param>
    /// <param name="entries">The catalog.</param>
    /// <param name="options">Thresholds and windows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal async Task<JudgedRecord> JudgeAsync(BatchEntry entry, IReadOnlyList<BatchEntry> entries, JudgeOptions options, CancellationToken cancellation)
    {
        var sound = entries.Where(e => e is { Quarantined: null, Fingerprint: not null, Reference: not null } && e.ArrivedAt <= entry.ArrivedAt).ToList();
        var batches = sound.Select(e => new WindowBatch(e.Batch, e.ArrivedAt, e.Fingerprint!.Name, e.Fingerprint.Hash, e.Reference!.Hash)).ToList();
        var record = new JudgedRecord(entry.Batch, entry.ArrivedAt, entry.Reference!, entry.Fingerprint!, options)
        {
            Drift = new DriftSummary { Verdict = Verdict.Error, Reason = "", Features = 0 },
            WeekAgo = WeekAgo(entry, sound),
        };
        return await JudgeAsync(record, [.. options.Windows.Select(window => WindowPolicy.Select(batches, window, entry.Reference!.Hash))], cancellation);
    }

    /// <summary>Judges again what a record was made from; null when counts that it was made from are gone or were changed.</summary>
    internal async Task<JudgedRecord?> ReplayAsync(JudgedRecord record, CancellationToken cancellation)
    {
        var counts = record.Windows.SelectMany(window => window.Selection.Batches).Select(batch => new BlobReference(batch.Fingerprint, batch.FingerprintHash))
            .Append(record.Fingerprint).Append(record.Reference);
        if (record is { WeekAgo: { } weekAgo, AgainstLastWeek: not null }) counts = counts.Append(weekAgo);
        foreach (var blob in counts.Distinct())
            if (await _fingerprints.ReadAsync(blob, cancellation) is null) return null;
        return await JudgeAsync(record, [.. record.Windows.Select(window => window.Selection)], cancellation);
    }

    /// <summary>What a judged batch looks like column by column, for a report.</summary>
    internal async Task<CheckReport> ReportAsync(JudgedRecord record, CancellationToken cancellation)
    {
        var batch = await NeedAsync(record.Fingerprint, cancellation);
        var reference = (await NeedAsync(record.Reference, cancellation)).WithSchema(batch.Schema);
        var schema = Absent.Hide(reference, [batch]);
        (reference, batch) = (reference.WithSchema(schema), batch.WithSchema(schema));
        return new CheckReport
        {
            Drift = DriftPolicy.Judge(reference, batch, record.Options.Drift),
            Reference = reference,
            Current = batch,
            ReferenceName = record.Reference.Name,
            CurrentName = record.Batch,
            CheckedAt = record.At,
        };
    }

    private async Task<JudgedRecord> JudgeAsync(JudgedRecord record, ImmutableArray<WindowSelection> selections, CancellationToken cancellation)
    {
        var drift = record.Options.Drift;
        var batch = await NeedAsync(record.Fingerprint, cancellation);
        // Roles are those the batch was counted with: a policy of later does not change what was judged.
        var reference = (await NeedAsync(record.Reference, cancellation)).WithSchema(batch.Schema);
        var windows = ImmutableArray.CreateBuilder<WindowVerdict>();
        foreach (var selection in selections)
        {
            var counts = await ReadAsync(selection, cancellation);
            var shown = Absent.Hide(reference, counts);
            windows.Add(WindowPolicy.Judge(selection, Absent.Hide(counts, shown), reference.WithSchema(shown), drift));
        }
        var schema = Absent.Hide(reference, [batch]);
        var weekAgo = record.WeekAgo is { } name ? await _fingerprints.ReadAsync(name, cancellation) : null;
        return record with
        {
            Drift = DriftSummary.Of(DriftPolicy.Judge(reference.WithSchema(schema), batch.WithSchema(schema), drift), schema),
            Windows = windows.ToImmutable(),
            AgainstLastWeek = weekAgo is not null && Comparable.Are(weekAgo, batch)
                ? DriftPolicy.Judge(weekAgo.WithSchema(Absent.Hide(weekAgo, [batch, weekAgo])), batch.WithSchema(Absent.Hide(weekAgo, [batch, weekAgo])), drift).Verdict
                : null,
        };
    }

    private async Task<ImmutableArray<Fingerprint?>> ReadAsync(WindowSelection selection, CancellationToken cancellation)
    {
        var read = ImmutableArray.CreateBuilder<Fingerprint?>();
        foreach (var batch in selection.Batches) read.Add(await _fingerprints.ReadAsync(new BlobReference(batch.Fingerprint, batch.FingerprintHash), cancellation));
        return read.ToImmutable();
    }

    private async Task<Fingerprint> NeedAsync(BlobReference blob, CancellationToken cancellation) => await _fingerprints.ReadAsync(blob, cancellation)
        ?? throw new InvalidOperationException($"'{blob.Name}' is gone or was changed. The batch cannot be judged without it. Restore it, or drop the batch again.");

    // Only where a batch since then passed: what never went back is no season, however long it lasts.
    private static BlobReference? WeekAgo(BatchEntry entry, List<BatchEntry> sound)
    {
        var then = entry.ArrivedAt - _week;
        var near = sound.Where(e => e.Reference!.Hash == entry.Reference!.Hash && (e.ArrivedAt - then).Duration() <= _near).MinBy(e => (e.ArrivedAt - then).Duration());
        bool wentBack = near is not null && sound.Exists(e => e.ArrivedAt > near.ArrivedAt && e.Batch != entry.Batch && e.Drift == Verdict.Pass);
        return wentBack ? near!.Fingerprint : null;
    }
}

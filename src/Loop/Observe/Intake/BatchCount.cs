using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Counts one batch and keeps what is needed of it: fingerprint, predictions, a probe row. Done twice it leaves the same.</summary>
internal sealed class BatchCount(LoopPorts ports)
{
    private readonly KnownPolicies _policies = new(ports.Store);
    private readonly References _references = new(ports);
    private readonly FingerprintBlobs _fingerprints = new(ports.Store);

    /// <summary>The batch's entry, quarantined or not; null when the file is gone or another one by now.</summary>
    internal async Task<BatchEntry?> CountAsync(BatchArrival arrival, CancellationToken cancellation)
    {
        if (await ports.Store.FindAsync(arrival.Blob, cancellation) is not { } blob || blob.ETag != arrival.ETag) return null;
        var entry = new BatchEntry(arrival.Batch, arrival.Blob, arrival.ArrivedAt) 
        {
            ETag = arrival.ETag, From = arrival.ArrivedAt, To = arrival.ArrivedAt, Deployment = arrival.Deployment, Slot = arrival.Slot,
        };
        var policy = await _policies.ReadAsync(arrival.Model, cancellation);
        var request = new IntakeRequest(arrival.Blob, arrival.ETag, blob.Length) { HasPolicy = policy is not null };
        var intake = IntakePolicy.Judge(request);
        if (intake.Action == IntakeAction.Quarantine) return entry with { Quarantined = intake.Reason, Refused = request };
        try
        {
            if (await InPartsAsync(entry, policy!, arrival, cancellation) is { } counted) return counted;
            using var file = await BatchFile.OpenAsync(ports.Store, arrival.Blob, cancellation);
            if (file is null || (await ports.Store.FindAsync(arrival.Blob, cancellation))?.ETag != arrival.ETag) return null;
            return await CountAsync(entry with { ContentHash = file.ContentHash }, policy!, file.Input, cancellation);
        }
        catch (BadInputException e)
        {
            return entry with { Quarantined = e.Message };
        }
    }

    private async Task<BatchEntry> CountAsync(BatchEntry entry, ModelPolicy policy, BatchInput input, CancellationToken cancellation)
    {
        if (await ReferenceAsync(policy, input, cancellation) is not { } reference) return entry with { Quarantined = NoReference(policy) };
        var counts = BatchCounter.Count(input, reference.Fingerprint, new CountOptions { Cancellation = cancellation });
        return await JudgeAsync(entry, policy, reference, (counts, new WholeRows(input, Roles.Of(reference.Fingerprint, policy.Schema))), cancellation);
    }

    /// <summary>The batch as its parts add up; null when it must be read in one pass.</summary>
    private async Task<BatchEntry?> InPartsAsync(BatchEntry entry, ModelPolicy policy, BatchArrival arrival, CancellationToken cancellation)
    {
        if (arrival.Parts is null || await _references.ReadAsync(policy, cancellation) is not { } reference) return null;
        var counted = new CountedParts(ports.Store, arrival);
        if (counted.Over(reference) is not { } parts || await counted.HashAsync(cancellation) is not { } hash) return null;
        var counts = await counted.SumAsync(parts, cancellation);
        return await JudgeAsync(entry with { ContentHash = hash }, policy, reference, (counts, new PartRows(ports.Store, parts)), cancellation);
    }

    private async Task<BatchEntry> JudgeAsync(BatchEntry entry, ModelPolicy policy, Reference reference, (Fingerprint Counts, IBatchRows Rows) batch, CancellationToken cancellation)
    {
        var counts = batch.Counts;
        var quality = QualityPolicy.Judge(counts, reference.Fingerprint, policy.Quality);
        entry = entry with
        {
            Rows = counts.Rows,
            Version = await ServedAsync(policy, entry, cancellation) ?? reference.State.Version,
            Reference = reference.Blob,
            Fingerprint = await _fingerprints.WriteAsync(StateNames.FingerprintOf(policy.Model, entry.Batch, entry.ArrivedAt), counts, cancellation),
            Quality = quality,
            Quarantined = quality.Verdict == Verdict.Fail ? Findings(quality) : null,
        };
        return entry.Quarantined is null ? await KeepAsync(entry, policy, batch.Rows, cancellation) : entry;
    }

    private async Task<BatchEntry> KeepAsync(BatchEntry entry, ModelPolicy policy, IBatchRows rows, CancellationToken cancellation)
    {
        var facts = rows.Facts();
        var (from, to) = facts.Span(entry.ArrivedAt);
        byte[]? log = await rows.PredictionsAsync(cancellation);
        if (log is not null) await ports.Store.WriteAsync(StateNames.PredictionsOf(policy.Model, entry.Batch), log, WriteCondition.Always, cancellation);
        if (rows.Probe() is { } row) await ports.Store.WriteAsync(StateNames.ProbeOf(policy.Model), row, WriteCondition.Absent, cancellation);
        return entry with { From = from, To = to, HasPredictions = log is not null, OwnLabels = facts.Labels, LabelledRows = facts.Labels };
    }

    private async Task<Reference?> ReferenceAsync(ModelPolicy policy, BatchInput input, CancellationToken cancellation)
    {
        if (await _references.ReadAsync(policy, cancellation) is { } reference) return reference;
        var state = await _references.StateAsync(policy.Model, cancellation);
        if (!state.AdoptFirstBatch && !await NothingServesAsync(policy, cancellation)) return null;
        var columns = RowReader.ColumnsOf(input);
        var known = policy.Schema with { Columns = [.. policy.Schema.Columns.Where(column => columns.Contains(column.Name))] };
        using var bytes = new MemoryStream();
        FingerprintFile.Write(Profiler.Profile(input, known, new CountOptions { Cancellation = cancellation }), bytes);
        await _references.AdoptAsync(policy.Model, state.Version ?? "first", bytes.ToArray(), cancellation);
        return await _references.ReadAsync(policy, cancellation);
    }

    /// <summary>
    /// Whether the endpoint is there and nobody gets its traffic: then no model was trained on other rows than these, and the first batch is what the
    /// first champion will learn from.
    /// </summary>
    private async Task<bool> NothingServesAsync(ModelPolicy policy, CancellationToken cancellation) =>
        await ports.Endpoints.GetAsync(policy.Endpoint, cancellation) is { Traffic.IsEmpty: true };

    /// <summary>The version that answered, where the deployment is known.</summary>
    private async Task<string?> ServedAsync(ModelPolicy policy, BatchEntry entry, CancellationToken cancellation) =>
        entry.Deployment is { } name && await ports.Endpoints.GetAsync(policy.Endpoint, cancellation) is { } endpoint
            ? endpoint.Deployments.GetValueOrDefault(name)?.ModelVersion
            : null;

    private static string Findings(QualityVerdict quality) =>
        string.Join(" ", quality.Findings.Where(finding => finding.Verdict == Verdict.Fail).Select(finding => finding.Reason));

    private static string NoReference(ModelPolicy policy) =>
        $"{policy.Model} has no reference: neither the version that {policy.Endpoint} serves nor the state has a fingerprint of its training data. Without one nobody knows what the batch "
        + $"should look like. Register the version with its fingerprint, or set 'adoptFirstBatch' in '{StateNames.ModelOf(policy.Model)}' to take the first batch for it; then drop the file again.";
}

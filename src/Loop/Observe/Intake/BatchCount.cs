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
        return entry.Quarantined is null ? await KeepAsync(entry, policy, reference, input, cancellation) : entry;
    }

    private async Task<BatchEntry> KeepAsync(BatchEntry entry, ModelPolicy policy, Reference reference, BatchInput input, CancellationToken cancellation)
    {
        var schema = Roles.Of(reference.Fingerprint, policy.Schema);
        var facts = RowFacts.Read(input, schema);
        var (from, to) = facts.Span(entry.ArrivedAt);
        using var log = new MemoryStream();
        bool hasPredictions = PredictionLog.Write(input, schema, log) is { Rows: > 0 };
        if (hasPredictions) await ports.Store.WriteAsync(StateNames.PredictionsOf(policy.Model, entry.Batch), log.ToArray(), WriteCondition.Always, cancellation);
        if (ScoringRows.First(input, schema) is { } row) await ports.Store.WriteAsync(StateNames.ProbeOf(policy.Model), row, WriteCondition.Absent, cancellation);
        return entry with { From = from, To = to, HasPredictions = hasPredictions, OwnLabels = facts.Labels, LabelledRows = facts.Labels };
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

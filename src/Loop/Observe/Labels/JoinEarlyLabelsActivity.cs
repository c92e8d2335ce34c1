namespace Homeostat.Loop;

/// <summary>Joins labels that came before their batch, now that it is there, and journals what came of it. Done twice it leaves the same.</summary>
internal sealed class JoinEarlyLabelsActivity(LoopPorts ports) : IActivity<BatchArrival, LabelsJoined>
{
    private readonly EarlyLabels _early = new(ports.Store);
    private readonly LabelMerge _merge = new(ports.Store);

    public async Task<LabelsJoined> RunAsync(BatchArrival input, CancellationToken cancellation)
    {
        string id = $"batch/{input.Batch}/labels-early";
        if (await ports.Journal.EvidenceAsync<LabelsJoined>(input.Model, id, cancellation) is { } before) return before;
        var files = await _early.FilesAsync(input.Model, cancellation);
        long fresh = 0;
        foreach (var (file, _, _) in files) fresh += await JoinAsync(input, file, cancellation);
        var joined = new LabelsJoined(input.Batch, fresh, $"{Words.Count(fresh)} rows of batch {input.Batch} had labels waiting for them");
        if (fresh == 0) return joined;
        var entry = new JournalEntry(input.Model, input.ArrivedAt, id, JournalKinds.LabelsJoined, $"Labels: {joined.Reason}.", default);
        return await ports.Journal.DecideAsync(entry, joined, cancellation);
    }

    private async Task<long> JoinAsync(BatchArrival input, string file, CancellationToken cancellation)
    {
        if (await _early.ReadAsync(input.Model, file, input.ArrivedAt, cancellation) is not { } table) return 0;
        var join = new LabelJoin(table);
        string name = StateNames.PredictionsOf(input.Model, input.Batch);
        await using var log = await ports.Store.OpenAsync(name, 0, cancellation);
        if (log is null) return 0;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in join.Join(PredictionLog.Read(log, name))) labels[row.Prediction.Id] = row.Label;
        if (labels.Count == 0) return 0;
        var policy = await new KnownPolicies(ports.Store).NeedAsync(input.Model, cancellation);
        if (await new References(ports).ReadAsync(policy, cancellation) is not { } reference) return 0;
        var schema = Roles.Of(reference.Fingerprint, policy.Schema);
        return await _merge.MergeAsync(input.Model, LabelMerge.Early(file), new BatchLabels(input.Batch, labels), schema, cancellation);
    }
}

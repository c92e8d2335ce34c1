using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Joins one label file to the predictions that wait for labels. Done twice it leaves the same.</summary>
internal sealed class LabelFileJoin(LoopPorts ports)
{
    private readonly BatchCatalog _catalog = new(ports.Store);
    private readonly LabelMerge _merge = new(ports.Store);
    private readonly EarlyLabels _early = new(ports.Store);

    /// <summary>The file's entry; null when it is gone or another one by now.</summary>
    internal async Task<LabelFileEntry?> JoinAsync(LabelArrival arrival, CancellationToken cancellation)
    {
        if ((await ports.Store.FindAsync(arrival.Blob, cancellation))?.ETag != arrival.ETag) return null;
        var entry = new LabelFileEntry(arrival.File, arrival.Blob, arrival.ETag, arrival.ArrivedAt);
        if (await new KnownPolicies(ports.Store).ReadAsync(arrival.Model, cancellation) is not { } policy)
            return entry with { Quarantined = $"There is no policy for {Words.Quoted(arrival.Model)}. Without one nobody knows which column is the label. Write 'policies/{arrival.Model}.json', then drop the file again." };
        try
        {
            using var file = await BatchFile.OpenAsync(ports.Store, arrival.Blob, cancellation);
            return file is null ? null : await JoinAsync(entry, policy, await SchemaAsync(policy, cancellation), file.Input, cancellation);
        }
        catch (BadInputException e)
        {
            return entry with { Quarantined = e.Message };
        }
    }

    private async Task<LabelFileEntry> JoinAsync(LabelFileEntry entry, ModelPolicy policy, Schema schema, BatchInput file, CancellationToken cancellation)
    {
        if (LabelColumns.Of(schema) is not { } columns)
            return entry with { Quarantined = $"The policy of {policy.Model} names no label. So no column of the file can be told to be one. Give a column the role 'label', then drop the file again." };
        if (columns.MissingIn(file) is { IsEmpty: false } missing)
            return entry with { Quarantined = $"'{entry.Blob}' has no column {string.Join(" and ", missing.Select(Words.Quoted))}. Labels are joined by id. Write both columns, then drop the file again." };
        var table = new LabelTable();
        table.Add(file, columns, schema.MissingTokens, entry.ArrivedAt);
        // Before the catalog is read: a batch that comes in between finds them waiting.
        await _early.KeepAsync(policy.Model, entry.File, table.All, cancellation);
        var join = new LabelJoin(table);
        var found = await FindAsync(policy.Model, join, cancellation);
        var verdict = LabelPolicy.Judge(join.Counts, policy.Labels);
        // Contradicting labels and files without any are broken; ids that nobody knows yet are only told.
        if (verdict.Verdict == Verdict.Error || (verdict.Verdict == Verdict.Fail && join.Counts.Joined > 0))
        {
            await _early.DropAsync(policy.Model, entry.File, cancellation);
            return entry with { Verdict = verdict, Quarantined = verdict.Reason };
        }
        long fresh = 0;
        foreach (var labels in found) fresh += await _merge.MergeAsync(policy.Model, entry.File, labels, schema, cancellation);
        // Those that were found may be of another deployment's rows as well, as mirrored ones are: they are read anew with their batch.
        if (join.Counts.Unknown == 0) await _early.DropAsync(policy.Model, entry.File, cancellation);
        return entry with { Verdict = verdict, NewLabels = fresh, WaitUntil = join.Counts.Unknown == 0 ? null : entry.ArrivedAt + policy.Labels.EarlyTime };
    }

    /// <summary>Before the first batch there is no reference; the policy alone names the columns then.</summary>
    private async Task<Schema> SchemaAsync(ModelPolicy policy, CancellationToken cancellation) => await new References(ports).ReadAsync(policy, cancellation) is { } reference
        ? Roles.Of(reference.Fingerprint, policy.Schema)
        : Roles.Of(new Schema([], policy.Schema.MissingTokens ?? Schema.DefaultMissingTokens), policy.Schema);

    private async Task<List<BatchLabels>> FindAsync(string model, LabelJoin join, CancellationToken cancellation)
    {
        List<BatchLabels> found = [];
        foreach (var batch in await _catalog.ListAsync(model, cancellation))
        {
            if (!batch.HasPredictions || batch.Quarantined is not null) continue;
            await using var log = await ports.Store.OpenAsync(StateNames.PredictionsOf(model, batch.Batch), 0, cancellation);
            if (log is null) continue;
            var labels = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var row in join.Join(PredictionLog.Read(log, StateNames.PredictionsOf(model, batch.Batch)))) labels[row.Prediction.Id] = row.Label;
            if (labels.Count > 0) found.Add(new BatchLabels(batch.Batch, labels));
        }
        return found;
    }
}

using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Joins one label file to the predictions that wait for labels. Done twice it leaves the same.</summary>
internal sealed class LabelFileJoin(LoopPorts ports)
{
    private readonly BatchCatalog _catalog = new(ports.Store);
    private readonly LabelBlobs _labels = new(ports.Store);

    /// <summary>The file's entry; null when it is gone or another one by now.</summary>
    internal async Task<LabelFileEntry?> JoinAsync(LabelArrival arrival, CancellationToken cancellation)
    {
        if ((await ports.Store.FindAsync(arrival.Blob, cancellation))?.ETag != arrival.ETag) return null;
        var entry = new LabelFileEntry(arrival.File, arrival.Blob, arrival.ETag, arrival.ArrivedAt);
        if (await new KnownPolicies(ports.Store).ReadAsync(arrival.Model, cancellation) is not { } policy)
            return entry with { Quarantined = $"There is no policy for {Words.Quoted(arrival.Model)}. Without one nobody knows which column is the label. Write 'policies/{arrival.Model}.json', then drop the file again." };
        if (await new References(ports).ReadAsync(policy, cancellation) is not { } reference)
            return entry with { Quarantined = $"{policy.Model} has no reference yet, so no batch was taken that these labels could be of. They would be lost in silence. Drop a batch first, then the labels again." };
        try
        {
            using var file = await BatchFile.OpenAsync(ports.Store, arrival.Blob, cancellation);
            return file is null ? null : await JoinAsync(entry, policy, Roles.Of(reference.Fingerprint, policy.Schema), file.Input, cancellation);
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
        var join = new LabelJoin(table);
        var found = await FindAsync(policy.Model, join, cancellation);
        var verdict = LabelPolicy.Judge(join.Counts, policy.Labels);
        // Contradicting labels and files without any are broken; ids that nobody knows yet are only told.
        if (verdict.Verdict == Verdict.Error || (verdict.Verdict == Verdict.Fail && join.Counts.Joined > 0))
            return entry with { Verdict = verdict, Quarantined = verdict.Reason };
        long fresh = 0;
        foreach (var labels in found) fresh += await MergeAsync(policy.Model, entry.File, labels, schema, cancellation);
        return entry with { Verdict = verdict, NewLabels = fresh };
    }

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

    private async Task<long> MergeAsync(string model, string file, BatchLabels found, Schema schema, CancellationToken cancellation)
    {
        var (batch, labels) = found;
        while (true)
        {
            var before = (await _catalog.FindAsync(model, batch, cancellation))!;
            if (before.LabelFiles.TryGetValue(file, out long counted)) return counted;
            var known = await _labels.ReadAsync(before.Labels, cancellation);
            long fresh = labels.Keys.LongCount(id => !known.ContainsKey(id));
            foreach (var (id, label) in labels) known[id] = label;
            var blob = await _labels.WriteAsync(model, batch, known, cancellation);
            long rows = await LabelledAsync(model, before, known, schema, cancellation);
            var after = await _catalog.UpdateAsync(model, batch, entry => entry.Labels != before.Labels || entry.LabelFiles.ContainsKey(file) ? entry : entry with
            {
                Labels = blob, LabelledRows = rows, LabelFiles = entry.LabelFiles.SetItem(file, fresh),
            }, cancellation);
            if (after.LabelFiles.TryGetValue(file, out counted)) return counted;
        }
    }

    /// <summary>Rows of a batch that have a label now, its own or one that came later.</summary>
    private async Task<long> LabelledAsync(string model, BatchEntry entry, Dictionary<string, string> labels, Schema schema, CancellationToken cancellation)
    {
        if (entry.OwnLabels == 0)
        {
            await using var log = await ports.Store.OpenAsync(StateNames.PredictionsOf(model, entry.Batch), 0, cancellation);
            return log is null ? 0 : PredictionLog.Read(log, entry.Batch).LongCount(row => labels.ContainsKey(row.Id));
        }
        using var file = await BatchFile.OpenAsync(ports.Store, entry.Blob, cancellation);
        if (file is null) return entry.LabelledRows;
        var columns = LabelColumns.Of(schema)!;
        using var rows = new RowReader(file.Input, [columns.Id, columns.Label], schema.MissingTokens, cancellation);
        long count = 0;
        while (rows.Read())
            if (!rows.IsMissing(1) || (rows.GetString(0) is { } id && labels.ContainsKey(id))) count++;
        return count;
    }
}

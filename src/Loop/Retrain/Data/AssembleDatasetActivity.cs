using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Plans a dataset from the catalog and keeps its manifest, named after what it holds: assembled twice it is the same.</summary>
internal sealed class AssembleDatasetActivity(LoopPorts ports) : IActivity<DatasetInput, DatasetReference>
{
    public async Task<DatasetReference> RunAsync(DatasetInput input, CancellationToken cancellation)
    {
        var policy = await new KnownPolicies(ports.Store).NeedAsync(input.Model, cancellation);
        if (await new References(ports).ReadAsync(policy, cancellation) is not { } reference)
            return Refused($"{input.Model} has no reference, so no batch was taken. There is nothing to train on. Drop batches first.");
        var schema = Roles.Of(reference.Fingerprint, policy.Schema);
        if (schema.NameOf(ColumnRole.Label) is null)
            return Refused($"The policy of {input.Model} names no label. Nothing can be learned without one. Give a column the role 'label'.");
        var (entries, gone) = await EntriesAsync(input.Model, cancellation);
        var plan = DatasetPlan.Of(entries.Values.Select(Batch), input.Window);
        if (plan.Problem is { } problem) return Refused(problem);
        var manifest = new DatasetManifest
        {
            Model = input.Model,
            Hash = plan.Hash,
            Window = input.Window,
            Columns = schema.Columns,
            MissingTokens = schema.MissingTokens,
            Training = [.. plan.Training.Select(part => Source(entries[part.Batch], part))],
            Holdout = [.. plan.Holdout.Select(part => Source(entries[part.Batch], part))],
            LeftOut = [.. plan.LeftOut, .. gone],
        };
        string name = StateNames.DatasetOf(input.Model, plan.Hash);
        await new JsonBlobs(ports.Store).AddAsync(name, manifest, cancellation);
        return new DatasetReference(name, plan.Hash, plan.TrainingRows, plan.HoldoutRows);
    }

    private async Task<(Dictionary<string, BatchEntry> Entries, List<LeftOut> Gone)> EntriesAsync(string model, CancellationToken cancellation)
    {
        var entries = new Dictionary<string, BatchEntry>(StringComparer.Ordinal);
        List<LeftOut> gone = [];
        foreach (var entry in await new BatchCatalog(ports.Store).ListAsync(model, cancellation))
        {
            bool there = entry.Quarantined is not null || await ports.Store.FindAsync(entry.Blob, cancellation) is { } blob && blob.ETag == entry.ETag;
            if (there) entries.Add(entry.Batch, entry);
            else gone.Add(new LeftOut(entry.Batch, $"Its file '{entry.Blob}' is gone or was replaced."));
        }
        return (entries, gone);
    }

    private static DatasetBatch Batch(BatchEntry entry) => new(entry.Batch, entry.ContentHash ?? entry.Batch, entry.From, entry.To, entry.LabelledRows)
    {
        LabelHash = entry.Labels?.Hash, Quarantined = entry.Quarantined is not null,
    };

    private static DatasetSource Source(BatchEntry entry, DatasetPart part) =>
        new(entry.Batch, new BlobReference(entry.Blob, entry.ContentHash!), part.First, part.Rows) { Labels = entry.Labels };

    private static DatasetReference Refused(string problem) => new("", "", 0, 0) { Problem = problem };
}

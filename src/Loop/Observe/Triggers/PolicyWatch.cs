namespace Homeostat.Loop;

/// <summary>Tells each change of a policy once: that it took effect, or everything that keeps it from doing so.</summary>
internal sealed class PolicyWatch(IBlobStore store, IJournal journal)
{
    private readonly JsonBlobs _json = new(store);

    /// <summary>Whether a policy of the model is in force, this one or the last valid one.</summary>
    internal async Task<bool> LookAsync(string model, DateTimeOffset now, CancellationToken cancellation)
    {
        bool inForce = await new PolicyStore(store).ReadAsync(model, cancellation) is not null;
        if (await store.ReadAsync(PolicyStore.NameOf(model), cancellation) is not { } blob) return inForce;
        string told = StateNames.ToldPolicyOf(model), hash = BlobReference.HashOf(blob.Content.Span);
        var before = await _json.ReadAsync<ToldPolicy>(told, cancellation);
        if (before?.Hash == hash) return inForce;
        // The ETag tells a policy that came back from one that was told before a crash.
        await journal.AppendAsync(Entry(model, now, $"policy/{BatchId.Of(hash, blob.ETag)}", blob, before?.Hash), cancellation);
        await store.WriteAsync(told, JsonBlobs.Bytes(new ToldPolicy(hash)), WriteCondition.Always, cancellation);
        return inForce;
    }

    private static JournalEntry Entry(string model, DateTimeOffset now, string id, Blob blob, string? before)
    {
        string hash = BlobReference.HashOf(blob.Content.Span), name = PolicyStore.NameOf(model);
        var reading = PolicyFile.Read(blob.Content.Span);
        var problems = reading.Problems.Select(problem => problem.ToString()).ToList();
        bool isOther = reading.Policy is { } policy && policy.Model != model;
        if (isOther) problems.Add($"/model: the file is '{name}', the policy names the model {Words.Quoted(reading.Policy!.Model)}");
        var evidence = DurableJson.Write(new { hash, before, problems })!.Value;
        if (reading.Policy is not null && !isOther)
            return new JournalEntry(model, now, id, JournalKinds.PolicyChanged, $"Policy {hash[..12]} took effect{(before is null ? "" : $" in place of {before[..12]}")}.", evidence);
        return new JournalEntry(model, now, id, JournalKinds.Trouble,
            $"'{name}' cannot be used: {string.Join("; ", problems)}. The last valid policy stays in force, if there was one. Correct the file; homeostat policy validate checks it.", evidence);
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Homeostat.Loop;

/// <summary>Tells each change of a policy once, in the journal and to the controller: what changed, or everything that keeps it from taking effect.</summary>
internal sealed class PolicyWatch(IBlobStore store, IJournal journal, IOrchestrationClient client)
{
    private const int MostNamed = 5;

    private readonly JsonBlobs _json = new(store);

    /// <summary>Whether a policy of the model is in force, this one or the last valid one.</summary>
    internal async Task<bool> LookAsync(string model, DateTimeOffset now, CancellationToken cancellation)
    {
        bool inForce = await new PolicyStore(store).ReadAsync(model, cancellation) is not null;
        if (await store.ReadAsync(PolicyStore.NameOf(model), cancellation) is not { } blob) return inForce;
        string told = StateNames.ToldPolicyOf(model), hash = BlobReference.HashOf(blob.Content.Span);
        var before = await _json.ReadAsync<ToldPolicy>(told, cancellation);
        if (before?.Hash == hash) return inForce;
        var problems = Problems(model, blob);
        // The ETag tells a policy that came back from one that was told before a crash.
        string id = $"policy/{BatchId.Of(hash, blob.ETag)}";
        string? valid = problems.Count > 0 ? before?.Valid : Encoding.UTF8.GetString(blob.Content.Span);
        if (problems.Count > 0) await journal.AppendAsync(Refused(model, now, id, hash, problems), cancellation);
        else await TellAsync(Changed(model, now, id, hash, (before?.Valid, valid!)), hash, cancellation);
        await store.WriteAsync(told, JsonBlobs.Bytes(new ToldPolicy(hash) { Valid = valid }), WriteCondition.Always, cancellation);
        return inForce;
    }

    /// <summary>Journaled first; a controller that is not there yet begins by the new policy anyway.</summary>
    private async Task TellAsync(JournalEntry entry, string hash, CancellationToken cancellation)
    {
        await journal.AppendAsync(entry, cancellation);
        var signal = new ControllerSignal(SignalKind.PolicyChanged, entry.At, "scan", entry.Summary) { Id = entry.Id, Target = hash };
        await client.RaiseEventAsync(ControllerOrchestrator.InstanceOf(entry.Model), ControllerSignal.EventName, signal, cancellation);
    }

    private static List<string> Problems(string model, Blob blob)
    {
        var reading = PolicyFile.Read(blob.Content.Span);
        List<string> problems = [.. reading.Problems.Where(problem => problem.Severity == PolicySeverity.Error).Select(problem => problem.ToString())];
        if (reading.Policy is { } policy && policy.Model != model)
            problems.Add($"/model: the file is '{PolicyStore.NameOf(model)}', the policy names the model {Words.Quoted(policy.Model)}");
        return problems;
    }

    private static JournalEntry Changed(string model, DateTimeOffset now, string id, string hash, (string? Before, string After) text)
    {
        ImmutableArray<PolicyChange> changes = text.Before is null ? [] : PolicyChanges.Between(text.Before, text.After);
        string named = string.Join(", ", changes.Take(MostNamed)) + (changes.Length > MostNamed ? $" and {Words.Count(changes.Length - MostNamed)} more" : "");
        string what = text.Before is null ? "" : changes.IsEmpty ? " in place of one that says the same" : $": {named}";
        string? before = text.Before is null ? null : BlobReference.HashOf(Encoding.UTF8.GetBytes(text.Before));
        return new JournalEntry(model, now, id, JournalKinds.PolicyChanged, $"Policy {hash[..12]} took effect{what}.", DurableJson.Write(new { hash, before, changes })!.Value);
    }

    private static JournalEntry Refused(string model, DateTimeOffset now, string id, string hash, List<string> problems) => new(model, now, id, JournalKinds.Trouble,
        $"'{PolicyStore.NameOf(model)}' cannot be used: {string.Join("; ", problems)}. The last valid policy stays in force, if there was one. Correct the file; homeostat policy validate checks it.",
        DurableJson.Write(new { hash, problems })!.Value);
}

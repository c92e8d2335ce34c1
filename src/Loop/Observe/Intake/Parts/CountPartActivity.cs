using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Counts one part of a large batch. What it leaves is named by batch and part: done twice it leaves the same.</summary>
internal sealed class CountPartActivity(LoopPorts ports) : IActivity<PartToCount, PartCounted>
{
    private readonly KnownPolicies _policies = new(ports.Store);
    private readonly References _references = new(ports);
    private readonly FingerprintBlobs _blobs = new(ports.Store);

    public async Task<PartCounted> RunAsync(PartToCount input, CancellationToken cancellation)
    {
        var uncounted = new PartCounted(input.Part);
        var arrival = input.Arrival;
        // Without a policy or a reference the whole batch says what comes of it.
        if (await _policies.ReadAsync(arrival.Model, cancellation) is not { } policy) return uncounted;
        if (await _references.ReadAsync(policy, cancellation) is not { } reference) return uncounted;
        try
        {
            using var part = await BatchParts.OpenAsync((offset, ended) => ports.Store.OpenAsync(arrival.Blob, offset, ended), input.Split, input.Part, arrival.Blob, cancellation);
            // The parts of a file that was replaced meanwhile are parts of two.
            if (part is null || (await ports.Store.FindAsync(arrival.Blob, cancellation))?.ETag != arrival.ETag) return uncounted;
            return await CountAsync(input, policy, reference, part, cancellation);
        }
        catch (BadInputException e) when (e.Code == ErrorCodes.NoAccess)
        {
            throw new TransientException(e.Message, e);
        }
        catch (BadInputException)
        {
            // It ends within a quoted field, or something is wrong with it: one pass over the whole file tells which.
            return uncounted;
        }
    }

    private async Task<PartCounted> CountAsync(PartToCount input, ModelPolicy policy, Reference reference, BatchInput part, CancellationToken cancellation)
    {
        string name = StateNames.PartOf(policy.Model, input.Arrival.Batch, input.Part);
        var counts = BatchCounter.Count(part, reference.Fingerprint, new CountOptions { Cancellation = cancellation });
        var rows = new WholeRows(part, Roles.Of(reference.Fingerprint, policy.Schema));
        var facts = rows.Facts();
        byte[]? predictions = await rows.PredictionsAsync(cancellation);
        return new PartCounted(input.Part)
        {
            Fingerprint = await _blobs.WriteAsync($"{name}.hfp", counts, cancellation),
            Reference = reference.Blob,
            Labels = facts.Labels,
            From = facts.From,
            To = facts.To,
            Predictions = predictions is null ? null : await _blobs.WriteAsync($"{name}.hpl", predictions, cancellation),
            Probe = input.Part == 0 && rows.Probe() is { } probe ? Encoding.UTF8.GetString(probe) : null,
        };
    }
}

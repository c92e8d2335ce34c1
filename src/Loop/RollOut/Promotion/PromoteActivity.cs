using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// A version became champion: its fingerprint is the reference from now on, its holdout result the baseline, and breaches begin anew. A promotion
/// that comes late, behind a newer one, changes nothing.
/// </summary>
internal sealed class PromoteActivity(LoopPorts ports) : IActivity<PromotionInput, bool>
{
    private readonly JsonBlobs _json = new(ports.Store);

    public async Task<bool> RunAsync(PromotionInput input, CancellationToken cancellation)
    {
        var reference = await ReferenceAsync(input, cancellation);
        var baseline = input.Version is { } version ? await _json.ReadAsync<LabelledWindow>(StateNames.HoldoutOf(input.Model, version), cancellation) : null;
        var state = await _json.UpdateAsync<ModelState>(StateNames.ModelOf(input.Model), before => before is not null && IsBehind(input, before) ? null : (before ?? new ModelState()) with
        {
            Version = input.Version,
            // A version without a fingerprint is held against what was there before: that is told, and better than nothing.
            Reference = reference ?? before?.Reference,
            Baseline = baseline,
            PromotedAt = input.At,
            IsFirst = input.IsFirst,
        }, cancellation);
        if (reference is null) await TellAsync(input, cancellation);
        return state?.PromotedAt == input.At;
    }

    // Where a clock was set back, a promotion and its rollback have one time: then the version tells a repeated run from the next promotion.
    private static bool IsBehind(PromotionInput input, ModelState known) =>
        known.PromotedAt > input.At || (known.PromotedAt == input.At && known.Version == input.Version);

    private async Task<BlobReference?> ReferenceAsync(PromotionInput input, CancellationToken cancellation)
    {
        if (input.Version is not { } version) return null;
        string name = StateNames.ReferenceOf(input.Model, version);
        if (await ports.Store.ReadAsync(name, cancellation) is { } kept) return new BlobReference(name, BlobReference.HashOf(kept.Content.Span));
        if (await ports.Models.GetAsync(input.Model, version, cancellation) is not { Fingerprint.IsEmpty: false } registered) return null;
        try
        {
            FingerprintBlobs.Parse(registered.Fingerprint, name);
        }
        catch (BadInputException)
        {
            return null;
        }
        return await new FingerprintBlobs(ports.Store).WriteAsync(name, registered.Fingerprint, cancellation);
    }

    private async Task TellAsync(PromotionInput input, CancellationToken cancellation)
    {
        string summary = $"Version {input.Version ?? "(unknown)"} of {input.Model} is registered without a whole fingerprint of its training data. Batches are held against the reference before it. "
            + "Have the training job register one.";
        var entry = new JournalEntry(input.Model, input.At, $"promote/{input.At.UtcDateTime:O}", JournalKinds.Trouble, summary, DurableJson.Write(input)!.Value);
        await ports.Journal.AppendAsync(entry, cancellation);
    }
}

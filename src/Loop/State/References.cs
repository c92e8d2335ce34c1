using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The champion's reference: read, or fetched from the registry the first time a batch asks for it.</summary>
internal sealed class References(LoopPorts ports)
{
    private readonly JsonBlobs _json = new(ports.Store);
    private readonly FingerprintBlobs _fingerprints = new(ports.Store);

    internal async Task<ModelState> StateAsync(string model, CancellationToken cancellation) =>
        await _json.ReadAsync<ModelState>(StateNames.ModelOf(model), cancellation) ?? new ModelState();

    /// <summary>The reference; null when there is none.</summary>
    internal async Task<Reference?> ReadAsync(ModelPolicy policy, CancellationToken cancellation)
    {
        var state = await StateAsync(policy.Model, cancellation);
        if (state.Reference is null && await FetchAsync(policy, cancellation) is { } fetched) state = fetched;
        return state.Reference is { } blob && await _fingerprints.ReadAsync(blob, cancellation) is { } fingerprint
            ? new Reference(state, blob, Roles.Apply(fingerprint, policy.Schema))
            : null;
    }

    /// <summary>Makes a fingerprint the reference of a model that has none; another's that came first stays.</summary>
    internal async Task<ModelState> AdoptAsync(string model, string version, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var blob = await _fingerprints.WriteAsync(StateNames.ReferenceOf(model, version), file, cancellation);
        var after = await _json.UpdateAsync<ModelState>(StateNames.ModelOf(model),
            state => state?.Reference is not null ? null : (state ?? new ModelState()) with { Version = state?.Version ?? version, Reference = blob }, cancellation);
        return after!;
    }

    // The version with the most traffic is the champion that was there before the loop.
    private async Task<ModelState?> FetchAsync(ModelPolicy policy, CancellationToken cancellation)
    {
        if (await ports.Endpoints.GetAsync(policy.Endpoint, cancellation) is not { Traffic.IsEmpty: false } endpoint) return null;
        string serving = endpoint.Traffic.MaxBy(share => share.Value).Key;
        if (endpoint.Deployments.GetValueOrDefault(serving)?.ModelVersion is not { } version) return null;
        var registered = await ports.Models.GetAsync(policy.Model, version, cancellation);
        return registered is { Fingerprint.IsEmpty: false } ? await AdoptAsync(policy.Model, version, registered.Fingerprint, cancellation) : null;
    }
}

namespace Homeostat.Loop;

/// <summary>
/// The lease of each model, in storage: a blob that is only changed by whoever saw the latest. One that expired, because its holder crashed, is taken
/// over. Clocks of hosts that share a store may differ by less than the lease lasts.
/// </summary>
internal sealed class ModelLeases(IBlobStore store, TimeProvider time)
{
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(250);

    private readonly JsonBlobs _json = new(store);

    internal Task<ModelLease?> ReadAsync(string model, CancellationToken cancellation) => _json.ReadAsync<ModelLease>(StateNames.LeaseOf(model), cancellation);

    /// <summary>Takes the lease; whoever holds it already keeps it.</summary>
    /// <returns>The lease as it is then: of the owner asked for, or of another.</returns>
    internal async Task<ModelLease> TakeAsync(string model, ModelLease wanted, TimeSpan wait, CancellationToken cancellation)
    {
        for (var end = time.GetUtcNow() + wait; ;)
        {
            var lease = await TryTakeAsync(model, wanted, cancellation);
            if (lease.Owner == wanted.Owner || time.GetUtcNow() >= end) return lease;
            await Task.Delay(_poll, time, cancellation);
        }
    }

    /// <summary>Keeps out what the controller decides until this holder is done: traffic is about to be written.</summary>
    /// <returns>False when the lease is another's by now.</returns>
    internal async Task<bool> FenceAsync(string model, string owner, CancellationToken cancellation) =>
        await UpdateAsync(model, owner, held => held with { Fence = held.Until }, cancellation) is { } lease && lease.Owner == owner && lease.Until > time.GetUtcNow();

    /// <summary>Lets others in.</summary>
    internal Task ReleaseAsync(string model, string owner, CancellationToken cancellation) =>
        UpdateAsync(model, owner, held => Ended(held, time.GetUtcNow()), cancellation);

    private static ModelLease Ended(ModelLease lease, DateTimeOffset now) => lease with { Until = now, Fence = lease.Fence == lease.Until ? now : lease.Fence };

    private async Task<ModelLease> TryTakeAsync(string model, ModelLease wanted, CancellationToken cancellation) =>
        (await _json.UpdateAsync<ModelLease>(StateNames.LeaseOf(model), held =>
            held is null || held.Owner == wanted.Owner || held.Until <= time.GetUtcNow() ? wanted with { Fence = held?.Fence } : null, cancellation))!;

    private Task<ModelLease?> UpdateAsync(string model, string owner, Func<ModelLease, ModelLease> change, CancellationToken cancellation) =>
        _json.UpdateAsync<ModelLease>(StateNames.LeaseOf(model), held => held?.Owner == owner ? change(held) : null, cancellation);
}

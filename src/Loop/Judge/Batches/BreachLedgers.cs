namespace Homeostat.Loop;

/// <summary>The ledger of each model in storage.</summary>
internal sealed class BreachLedgers(IBlobStore store)
{
    private readonly JsonBlobs _json = new(store);

    internal async Task<BreachLedger> ReadAsync(string model, ModelState champion, CancellationToken cancellation) =>
        Of(champion, await _json.ReadAsync<BreachLedger>(StateNames.BreachOf(model), cancellation));

    internal async Task<BreachLedger> UpdateAsync(string model, ModelState champion, Func<BreachLedger, BreachLedger> change, CancellationToken cancellation) =>
        (await _json.UpdateAsync<BreachLedger>(StateNames.BreachOf(model), ledger => change(Of(champion, ledger)), cancellation))!;

    // What was remembered of another champion says nothing about this one.
    private static BreachLedger Of(ModelState champion, BreachLedger? ledger) =>
        ledger?.PromotedAt == champion.PromotedAt && ledger is not null ? ledger : new BreachLedger { PromotedAt = champion.PromotedAt };
}

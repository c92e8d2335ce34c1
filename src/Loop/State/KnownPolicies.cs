namespace Homeostat.Loop;

/// <summary>Policies by model.</summary>
internal sealed class KnownPolicies(IBlobStore store)
{
    private readonly PolicyStore _policies = new(store);

    /// <summary>The last valid policy; null when there is none.</summary>
    internal async Task<ModelPolicy?> ReadAsync(string model, CancellationToken cancellation) =>
        (await _policies.ReadAsync(model, cancellation))?.Read();

    /// <summary>The policy of a model that must have one.</summary>
    internal async Task<ModelPolicy> NeedAsync(string model, CancellationToken cancellation) =>
        await ReadAsync(model, cancellation) ?? throw new InvalidOperationException($"{model} has no policy any more. Nothing is judged without one. Restore 'policies/{model}.json'.");
}

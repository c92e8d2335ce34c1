using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>The models there are: those with a policy, and those with a controller.</summary>
/// <param name="store">Where policies lie.</param>
/// <param name="client">Where controllers run.</param>
public sealed class ModelDirectory(IBlobStore store, IOrchestrationClient client)
{
    private readonly KnownPolicies _policies = new(store);

    /// <summary>Their names, in order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in store.ListAsync("policies/", cancellation))
            if (PolicyFileName.ModelOf(blob.Name) is { } model) names.Add(model);
        string prefix = ControllerOrchestrator.InstanceOf("");
        await foreach (var instance in client.ListAsync(prefix, cancellation)) names.Add(instance.InstanceId[prefix.Length..]);
        return [.. names];
    }

    /// <summary>What is known of a model; null when there is none of this name.</summary>
    public async Task<ModelStanding?> FindAsync(string model, CancellationToken cancellation)
    {
        if (!PolicyFileName.CanName(model)) return null;
        var controller = await client.GetAsync(ControllerOrchestrator.InstanceOf(model), cancellation);
        var policy = await _policies.ReadAsync(model, cancellation);
        if (controller is null && policy is null && await store.FindAsync(PolicyStore.NameOf(model), cancellation) is null) return null;
        return new ModelStanding(model, policy, controller) { State = StateOf(controller) };
    }

    /// <summary>What a controller shows of itself; null when it shows nothing that can be read.</summary>
    public static ControllerState? StateOf(OrchestrationState? controller)
    {
        try
        {
            return controller is null ? null : (ControllerState?)DurableJson.Read(controller.CustomStatus, typeof(ControllerState));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Reads what the answers of a rollout are held against: it stays the same when the challenger is promoted in its midst.</summary>
internal sealed class WindowYardstick(LoopPorts ports)
{
    private readonly JsonBlobs _json = new(ports.Store);

    /// <summary>The yardstick; null when there is no reference to take it from, or it does not tell what answers are.</summary>
    internal async Task<Yardstick?> ReadAsync(WindowQuery query, CancellationToken cancellation)
    {
        if (await new KnownPolicies(ports.Store).ReadAsync(query.Model, cancellation) is not { } policy) return null;
        if (await ReferenceAsync(query, policy, cancellation) is not { } reference) return null;
        var schema = Roles.Of(reference, policy.Schema);
        if (AnswerGroups.Of(reference, schema) is not { } groups) return null;
        return new Yardstick(groups, schema, groups.AreClasses ? null : await ToleranceAsync(query, cancellation));
    }

    private async Task<Fingerprint?> ReferenceAsync(WindowQuery query, ModelPolicy policy, CancellationToken cancellation)
    {
        if (query.ChampionVersion is { } version && StateNames.ReferenceOf(query.Model, version) is var name && await ports.Store.ReadAsync(name, cancellation) is { } kept)
            return Roles.Apply(FingerprintBlobs.Parse(kept.Content, name), policy.Schema);
        // A first model, or a champion that left none: what holds before any promotion holds for the whole rollout.
        var state = await new References(ports).StateAsync(query.Model, cancellation);
        return state.PromotedAt is null ? (await new References(ports).ReadAsync(policy, cancellation))?.Fingerprint : null;
    }

    private async Task<double?> ToleranceAsync(WindowQuery query, CancellationToken cancellation)
    {
        if (query.ChampionVersion is { } version && await _json.ReadAsync<LabelledWindow>(StateNames.HoldoutOf(query.Model, version), cancellation) is { } holdout) return holdout.Error90;
        return (await new References(ports).StateAsync(query.Model, cancellation)) is { PromotedAt: null } state ? state.Baseline?.Error90 : null;
    }
}

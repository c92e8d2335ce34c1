using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Who gets what of an endpoint's requests; deployments without a share are left out.</summary>
/// <param name="Traffic">Live shares, whole percent, summing to 100 or 0.</param>
/// <param name="Mirror">Mirrored shares, whole percent.</param>
public sealed record TrafficSplit(ImmutableSortedDictionary<string, int> Traffic, ImmutableSortedDictionary<string, int> Mirror)
{
    /// <summary>Nobody gets anything.</summary>
    public static TrafficSplit None { get; } = new(ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, int>.Empty);

    /// <summary>One deployment gets everything.</summary>
    public static TrafficSplit All(string deployment) => None with { Traffic = None.Traffic.Add(deployment, 100) };

    /// <summary>As an endpoint reads now.</summary>
    public static TrafficSplit Of(EndpointState endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new(Shares.Of(endpoint.Traffic), Shares.Of(endpoint.Mirror));
    }

    /// <summary>
    /// The split of a rollout step: the challenger gets its weight or its mirror, the rest stays as it was before. With nobody to share with, the
    /// first model, the challenger gets everything at once.
    /// </summary>
    public static TrafficSplit Of(RolloutStep step, UndoPlan undo)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(undo);
        var before = undo.Before.Traffic.Remove(undo.Challenger);
        if (before.IsEmpty) return All(undo.Challenger);
        var traffic = Shares.Spread(before, 100 - step.Weight);
        if (step.Weight > 0) traffic = traffic.Add(undo.Challenger, step.Weight);
        var mirror = step.Mirror > 0 ? None.Mirror.Add(undo.Challenger, step.Mirror) : None.Mirror;
        return new(traffic, mirror);
    }

    /// <summary>Live and mirrored share of a deployment.</summary>
    public (int Live, int Mirrored) ShareOf(string deployment) => (Traffic.GetValueOrDefault(deployment), Mirror.GetValueOrDefault(deployment));

    /// <summary>Whether both give everybody the same.</summary>
    public bool Equals(TrafficSplit? other) => other is not null && Shares.Same(Traffic, other.Traffic) && Shares.Same(Mirror, other.Mirror);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shares.Hash(Traffic), Shares.Hash(Mirror));

    /// <summary>"blue 95 %, green 5 %"; with mirrored shares behind.</summary>
    public override string ToString() => Mirror.IsEmpty ? Shares.Text(Traffic) : $"{Shares.Text(Traffic)}, mirrored to {Shares.Text(Mirror)}";
}

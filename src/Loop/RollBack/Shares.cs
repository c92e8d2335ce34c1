using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Arithmetic of shares in whole percent.</summary>
internal static class Shares
{
    /// <summary>Without those that get nothing.</summary>
    public static ImmutableSortedDictionary<string, int> Of(ImmutableSortedDictionary<string, int> shares) =>
        shares.ContainsValue(0) ? shares.RemoveRange(shares.Where(s => s.Value == 0).Select(s => s.Key)) : shares;

    /// <summary>A total handed out in proportion, in whole percent; what rounding leaves goes to the largest remainders, then by name.</summary>
    public static ImmutableSortedDictionary<string, int> Spread(ImmutableSortedDictionary<string, int> weights, int total)
    {
        int sum = weights.Values.Sum();
        if (sum == 0 || total == 0) return TrafficSplit.None.Traffic;
        var parts = weights.ToDictionary(w => w.Key, w => w.Value * total / sum);
        int left = total - parts.Values.Sum();
        foreach (var weight in weights.OrderByDescending(w => w.Value * total % sum).ThenBy(w => w.Key, StringComparer.Ordinal).Take(left))
            parts[weight.Key]++;
        return Of(parts.ToImmutableSortedDictionary());
    }

    public static bool Same(ImmutableSortedDictionary<string, int> first, ImmutableSortedDictionary<string, int> second) =>
        first.Keys.Union(second.Keys).All(name => first.GetValueOrDefault(name) == second.GetValueOrDefault(name));

    public static int Hash(ImmutableSortedDictionary<string, int> shares) =>
        shares.Where(s => s.Value != 0).Aggregate(0, (hash, s) => hash ^ HashCode.Combine(s.Key, s.Value));

    public static string Text(ImmutableSortedDictionary<string, int> shares) =>
        shares.IsEmpty ? "nobody" : string.Join(", ", shares.Select(s => $"{s.Key} {s.Value} %"));
}

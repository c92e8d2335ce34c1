namespace Homeostat.Loop;

/// <summary>Holds traffic as it reads against traffic as it was left. Somebody else's edit is reported and adopted, never fought.</summary>
public static class TrafficCheck
{
    /// <summary>Compares.</summary>
    public static TrafficFinding Compare(TrafficSplit expected, TrafficSplit observed)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(observed);
        if (expected.Equals(observed)) return new(true, expected, observed, $"Traffic is as it was left: {expected}.");
        var changes = Changes(expected, observed, s => s.Traffic, "").Concat(Changes(expected, observed, s => s.Mirror, " mirrored"));
        return new(false, expected, observed, $"Somebody else changed the traffic: {string.Join(", ", changes)}. The loop left it otherwise, so what it "
            + "measures now answers another question. The change is adopted; pause the loop before editing by hand.");
    }

    private static IEnumerable<string> Changes(
        TrafficSplit expected, TrafficSplit observed, Func<TrafficSplit, IReadOnlyDictionary<string, int>> shares, string kind)
    {
        var (before, after) = (shares(expected), shares(observed));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Before: before.GetValueOrDefault(name), After: after.GetValueOrDefault(name)))
            .Where(change => change.Before != change.After)
            .Select(change => $"{change.Name}{kind} {change.Before} % -> {change.After} %");
    }
}

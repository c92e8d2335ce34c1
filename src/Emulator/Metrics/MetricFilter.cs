using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Homeostat.Emulator;

/// <summary>A <c>$filter</c>: conditions on dimensions, joined by <c>and</c>; several values of one dimension by <c>or</c>. A star splits by the dimension.</summary>
internal sealed partial class MetricFilter
{
    private readonly List<Condition> _conditions = [];

    [GeneratedRegex(@"^\s*\(?\s*(?<name>\w+)\s+(?<operator>eq|ne)\s+'(?<value>[^']*)'\s*\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Form { get; }

    /// <summary>Every dimension it names, in its order and in lower case, as answers have them: series are told apart by these.</summary>
    internal IReadOnlyList<string> Dimensions { get; private set; } = [];

    internal static bool TryParse(string? text, [NotNullWhen(true)] out MetricFilter? filter)
    {
        filter = new MetricFilter();
        if (string.IsNullOrWhiteSpace(text)) return true;
        foreach (string group in And.Split(text))
        {
            var alternatives = Or.Split(group).Select(part => Form.Match(part)).ToArray();
            if (alternatives.Any(match => !match.Success)) return false;
            string[] names = [.. alternatives.Select(match => match.Groups["name"].Value.ToLowerInvariant()).Distinct()];
            bool[] equal = [.. alternatives.Select(match => match.Groups["operator"].Value.Equals("eq", StringComparison.OrdinalIgnoreCase)).Distinct()];
            if (names.Length != 1 || equal.Length != 1) return false;
            filter._conditions.Add(new Condition(names[0], equal[0], [.. alternatives.Select(match => match.Groups["value"].Value)]));
        }
        filter.Dimensions = [.. filter._conditions.Select(c => c.Name).Distinct()];
        return true;
    }

    /// <summary>Leaves out what is said of dimensions that a metric does not have.</summary>
    internal void Drop(Func<string, bool> isUnknown)
    {
        _conditions.RemoveAll(c => isUnknown(c.Name));
        Dimensions = [.. Dimensions.Where(name => !isUnknown(name))];
    }

    internal bool Matches(MetricSample sample) => _conditions.TrueForAll(c => c.Matches(sample.Dimensions.GetValueOrDefault(c.Name) ?? ""));

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And { get; }

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Or { get; }

    private sealed record Condition(string Name, bool Equal, string[] Values)
    {
        internal bool Matches(string value) => Values.Contains("*")
            ? Equal
            : Values.Contains(value, StringComparer.OrdinalIgnoreCase) == Equal;
    }
}

using System.Collections.Immutable;

namespace Homeostat.Infra.Tests.Facts;

/// <summary>What an object in a resource takes.</summary>
/// <param name="Values">Its members, each with the words that are allowed; none: any value.</param>
/// <param name="Required">Those that must be there.</param>
internal sealed record PlaceFacts(ImmutableDictionary<string, ImmutableArray<string>> Values, ImmutableHashSet<string> Required)
{
    internal static PlaceFacts None { get; } = new(ImmutableDictionary<string, ImmutableArray<string>>.Empty, []);

    internal bool Takes(string member) => Values.ContainsKey(member) || Values.ContainsKey("*");

    internal bool Allows(string member, string value) => Values.GetValueOrDefault(member, []) is var words && (words.IsDefaultOrEmpty || words.Contains(value.Replace(' ', '_')));

    /// <summary>Adds words of a line: <c>name</c>, <c>name!</c>, <c>name=a|b</c>, <c>name!=a|b</c>.</summary>
    internal PlaceFacts With(IEnumerable<string> words)
    {
        var (values, required) = this;
        foreach (string word in words)
        {
            string[] parts = word.Split('=', 2);
            string name = parts[0].TrimEnd('!');
            if (parts[0].EndsWith('!')) required = required.Add(name);
            values = values.SetItem(name, parts.Length == 1 ? [] : [.. parts[1].Split('|')]);
        }
        return new PlaceFacts(values, required);
    }
}

namespace Homeostat.Infra.Tests.Facts;

/// <summary>What resource providers take, from <c>resources.txt</c>.</summary>
internal static class ResourceFacts
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<string, PlaceFacts>>> s_all = new(() => Parse(Text()));

    /// <summary>By type with its version, by place in the resource ("." is the resource itself, "a.b[]" an item of an array).</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, PlaceFacts>> All => s_all.Value;

    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, PlaceFacts>> Parse(string text)
    {
        Dictionary<string, IReadOnlyDictionary<string, PlaceFacts>> all = [];
        Dictionary<string, PlaceFacts> places = [];
        string place = "";
        foreach (string line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ') all[line.Split(' ')[0]] = places = [];
            else
            {
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words[0].EndsWith(':')) (place, words) = (words[0][..^1], words[1..]);
                places[place] = places.GetValueOrDefault(place, PlaceFacts.None).With(words);
            }
        }
        return all;
    }

    private static string Text()
    {
        using var stream = typeof(ResourceFacts).Assembly.GetManifestResourceStream("resources.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

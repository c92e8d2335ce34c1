namespace Homeostat.Architecture.Tests.PublicApi;

internal static class ApiDifference
{
    /// <summary>Lines gone (`-`) and new (`+`); a member's line is shown with the type it stands under.</summary>
    public static IEnumerable<string> Between(string expected, string actual)
    {
        var before = Qualified(expected).ToList();
        var after = Qualified(actual).ToList();
        var lines = before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l)).ToList();
        return lines.Count == 0 && !before.SequenceEqual(after) ? ["the same lines in another order"] : lines;
    }

    private static IEnumerable<string> Qualified(string text)
    {
        var type = "";
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0))
        {
            if (line.StartsWith(' '))
            {
                yield return $"{line.Trim()}   (in {type})";
            }
            else
            {
                type = line.Split(" : ")[0];
                yield return line;
            }
        }
    }
}

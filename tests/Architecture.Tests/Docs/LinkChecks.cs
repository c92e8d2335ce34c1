using System.Text.RegularExpressions;

namespace Homeostat.Architecture.Tests.Docs;

internal static partial class LinkChecks
{
    [GeneratedRegex("""^([A-Za-z][A-Za-z0-9+.-]*:|//)""")]
    private static partial Regex Absolute { get; }

    /// <summary>Links that lead nowhere in the repository. `read` gives a file's text, `exists` knows files and folders.</summary>
    public static IEnumerable<string> Broken(string path, string text, Func<string, bool> exists, Func<string, string> read)
    {
        foreach (var link in Markdown.Links(text).Where(l => !Absolute.IsMatch(l)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Resolve(path, Uri.UnescapeDataString(parts[0]));
            if (target is null || !exists(target))
            {
                yield return $"{path} links to {link}, which is not in the repository";
            }
            else if (parts.Length == 2 && target.EndsWith(".md", StringComparison.Ordinal) && !Markdown.Anchors(read(target)).Contains(parts[1]))
            {
                yield return $"{path} links to {link}, but {target} has no such heading";
            }
        }
    }

    // Null when the link leaves the repository.
    private static string? Resolve(string from, string link)
    {
        var segments = new List<string>(link.StartsWith('/') ? [] : from.Split('/')[..^1]);
        foreach (var segment in link.Split('/').Where(s => s is not ("" or ".")))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count == 0)
            {
                return null;
            }
            else
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }
        return string.Join('/', segments);
    }
}

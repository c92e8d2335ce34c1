using System.Text.RegularExpressions;

namespace Homeostat.Architecture.Tests.Docs;

/// <summary>A fenced block of a Markdown file: its language, its text, and the HTML comment right above it, if any.</summary>
internal sealed record Fence(int Line, string Language, string Text, string? Mark);

/// <summary>As much Markdown as our documents use: fences, headings, links.</summary>
internal static partial class Markdown
{
    [GeneratedRegex("""^\s{0,3}(?<fence>`{3,}|~{3,})\s*(?<language>[\w-]*)""")]
    private static partial Regex FenceLine { get; }

    [GeneratedRegex("""^\s*<!--\s*(?<mark>.*?)\s*-->\s*$""")]
    private static partial Regex CommentLine { get; }

    [GeneratedRegex("""`[^`\n]*`""")]
    private static partial Regex InlineCode { get; }

    // [text](target "title"), [name]: target, and the attributes of HTML.
    [GeneratedRegex("""
        \]\(\s*<?(?<target>[^)\s>]+)>?(\s+"[^"]*")?\s*\)
        | ^\s{0,3}\[[^\]]+\]:\s*(?<target>\S+)
        | \b(?:href|src)="(?<target>[^"]+)"
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Link { get; }

    public static IEnumerable<Fence> Fences(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (FenceLine.Match(lines[i]) is not { Success: true } open)
            {
                continue;
            }
            var close = Array.FindIndex(lines, i + 1, l => l.Trim() == open.Groups["fence"].Value);
            close = close < 0 ? lines.Length : close;
            var mark = i > 0 && CommentLine.Match(lines[i - 1]) is { Success: true } comment ? comment.Groups["mark"].Value : null;
            yield return new Fence(i + 1, open.Groups["language"].Value, string.Join('\n', lines[(i + 1)..close]), mark);
            i = close;
        }
    }

    public static IEnumerable<string> Links(string text) =>
        Link.Matches(InlineCode.Replace(WithoutFences(text), "")).Select(m => m.Groups["target"].Value);

    /// <summary>The anchors GitHub gives to headings: lower case, hyphens for spaces, no punctuation.</summary>
    public static IEnumerable<string> Anchors(string text) =>
        from line in WithoutFences(text).Split('\n')
        where line.StartsWith('#')
        let heading = line.TrimStart('#').Trim().ToLowerInvariant()
        select string.Concat(heading.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    // In code a bracket is no link and a `#` no heading.
    private static string WithoutFences(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var fence in Fences(text))
        {
            Array.Fill(lines, "", fence.Line, fence.Text.Split('\n').Length);
        }
        return string.Join('\n', lines);
    }
}

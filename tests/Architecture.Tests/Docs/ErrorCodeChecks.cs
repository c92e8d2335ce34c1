using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Homeostat.Architecture.Tests.Docs;

/// <summary>Stable error codes: string constants in src, rows in docs/errors.md.</summary>
internal static partial class ErrorCodeChecks
{
    [GeneratedRegex("""\bHS\d{4}\b""")]
    private static partial Regex Code { get; }

    public static IReadOnlySet<string> InSource(IEnumerable<SourceFile> files) => (
        from file in files
        from token in file.Root.DescendantTokens()
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        from Match match in Code.Matches(token.ValueText)
        select match.Value).ToHashSet();

    public static IEnumerable<string> Compare(IReadOnlySet<string> source, string document)
    {
        var rows = document.Split('\n').Where(l => l.TrimStart().StartsWith('|') && Code.IsMatch(l)).ToList();
        var mentioned = Code.Matches(document).Select(m => m.Value).ToHashSet();
        var listed = rows.Select(r => Code.Match(r.Split('|')[1]).Value).Where(c => c.Length > 0).ToList();
        return source.Except(listed).Order().Select(c => $"{c} is used in src and has no row")
            .Concat(mentioned.Except(source).Order().Select(c => $"{c} is not used in src"))
            .Concat(listed.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => $"{g.Key} has {g.Count()} rows"))
            .Concat(rows.Where(r => r.Trim().Trim('|').Split('|').Count(cell => cell.Trim().Length > 0) != 4)
                .Select(r => $"not four filled cells (code, message, cause, fix): {r}"))
            .Concat(listed.SequenceEqual(listed.Order()) ? [] : ["the rows are not in the order of their codes"]);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Homeostat.Architecture.Tests.Reading;

/// <summary>A C# file and its syntax; the path is relative to the root, with forward slashes.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path).GetCompilationUnitRoot());

    public string Path { get; } = path;

    public string Text { get; } = text;

    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>Lines as an editor counts them; a final line feed does not open another.</summary>
    public IReadOnlyList<string> Lines { get; } = text.TrimEnd('\n').Split('\n');

    /// <summary>The folder below src, tests or bench: `Loop` for src/Loop/Judge/X.cs.</summary>
    public string ProjectFolder => Path.Split('/') is [_, var folder, _, ..] ? folder : "";

    public string At(SyntaxNode node) => At(node.GetLocation());

    public string At(Location location) => $"{Path}:{location.GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>The reason given in a comment line `// word: reason`, or null.</summary>
    public static string? Reason(SyntaxTrivia trivia, string word)
    {
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
        {
            return null;
        }
        var comment = trivia.ToString().TrimStart('/').Trim();
        return comment.StartsWith(word + ":", StringComparison.Ordinal) && comment[(word.Length + 1)..].Trim() is { Length: > 0 } reason
            ? reason
            : null;
    }
}

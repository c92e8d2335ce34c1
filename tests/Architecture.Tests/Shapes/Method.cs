using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Homeostat.Architecture.Tests.Shapes;

/// <summary>A body of code with a name: method, constructor, operator, accessor, local function, or a file's top-level statements.</summary>
internal sealed record Method(string Where, string Project, int Lines, string? KernelReason)
{
    /// <summary>All bodies of a file. Declarations without one (abstract, interface, automatic property) have no size and are left out.</summary>
    public static IEnumerable<Method> In(SourceFile file)
    {
        foreach (var node in file.Root.DescendantNodes().Where(HasBody))
        {
            yield return Create(file, node, FirstToken(node), Name(node));
        }
        var statements = file.Root.Members.OfType<GlobalStatementSyntax>().ToList();
        if (statements.Count > 0)
        {
            var lines = Line(statements[^1].GetLastToken()) - Line(statements[0].GetFirstToken()) + 1;
            yield return new Method($"{file.At(statements[0])} top-level statements", file.ProjectFolder, lines, null);
        }
    }

    private static Method Create(SourceFile file, SyntaxNode node, SyntaxToken first, string name) => new(
        $"{file.At(first.GetLocation())} {name}",
        file.ProjectFolder,
        Line(node.GetLastToken()) - Line(first) + 1,
        node.DescendantTrivia().Select(t => SourceFile.Reason(t, "kernel")).FirstOrDefault(r => r is not null));

    private static bool HasBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax m => m.Body is not null || m.ExpressionBody is not null,
        LocalFunctionStatementSyntax => true,
        AccessorDeclarationSyntax a => a.Body is not null || a.ExpressionBody is not null,
        PropertyDeclarationSyntax p => p.ExpressionBody is not null,
        IndexerDeclarationSyntax i => i.ExpressionBody is not null,
        _ => false,
    };

    // Attributes and comments above a method are not part of its length; the signature is.
    private static SyntaxToken FirstToken(SyntaxNode node)
    {
        var attributes = node.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        return attributes is null ? node.GetFirstToken() : attributes.GetLastToken().GetNextToken();
    }

    private static string Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax m => m.Identifier.Text,
        ConstructorDeclarationSyntax c => c.Identifier.Text + " (constructor)",
        LocalFunctionStatementSyntax f => f.Identifier.Text + " (local function)",
        PropertyDeclarationSyntax p => p.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax p } a => $"{p.Identifier.Text}.{a.Keyword.Text}",
        AccessorDeclarationSyntax a => a.Keyword.Text,
        OperatorDeclarationSyntax o => "operator " + o.OperatorToken.Text,
        _ => node.Kind().ToString(),
    };

    private static int Line(SyntaxToken token) => token.GetLocation().GetLineSpan().EndLinePosition.Line;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Homeostat.Architecture.Tests.Shapes;

internal static class DeclarationChecks
{
    /// <summary>Lambdas have no name to call with too much; a record's constructor is its list of fields.</summary>
    public static IEnumerable<string> Parameters(IEnumerable<SourceFile> files) =>
        from file in files
        from list in file.Root.DescendantNodes().OfType<BaseParameterListSyntax>()
        where list.Parameters.Count > Limits.MostParameters
        where list.Parent is MemberDeclarationSyntax or LocalFunctionStatementSyntax && !IsRecordConstructor(list.Parent)
        select $"{file.At(list)} takes {list.Parameters.Count} parameters, at most {Limits.MostParameters} are allowed; group them in a record";

    /// <summary>`Result` and `Result&lt;T&gt;` count as one.</summary>
    public static IEnumerable<string> OnePublicTypePerFile(IEnumerable<SourceFile> files) =>
        from file in files
        let names = file.Root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>().Where(m => m.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(TypeName).OfType<string>().Distinct().ToList()
        where names.Count > 1
        select $"{file.Path} holds {names.Count} public types: {string.Join(", ", names)}; give each its file";

    /// <summary>A class someone may derive from must be meant so: abstract, or marked `// unsealed: reason` right above.</summary>
    public static IEnumerable<string> Unsealed(IEnumerable<SourceFile> files) =>
        from part in files.SelectMany(f => f.Root.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(Type => (File: f, Type)))
        where part.Type is ClassDeclarationSyntax || part.Type.IsKind(SyntaxKind.RecordDeclaration)
        group part by FullName(part.Type) into type
        where !type.Any(p => p.Type.Modifiers.Any(IsClosed) || p.Type.GetLeadingTrivia().Any(t => SourceFile.Reason(t, "unsealed") is not null))
        select $"{type.First().File.At(type.First().Type.Identifier.GetLocation())} {type.Key} is neither sealed, static nor abstract";

    private static bool IsRecordConstructor(SyntaxNode owner) =>
        owner is RecordDeclarationSyntax || (owner is ConstructorDeclarationSyntax && owner.Parent is RecordDeclarationSyntax);

    private static bool IsClosed(SyntaxToken modifier) =>
        modifier.IsKind(SyntaxKind.SealedKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.AbstractKeyword);

    private static string? TypeName(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax t => t.Identifier.Text,
        DelegateDeclarationSyntax d => d.Identifier.Text,
        _ => null,
    };

    private static string FullName(TypeDeclarationSyntax type) => string.Join('.', type.AncestorsAndSelf().Reverse().Select(a => a switch
    {
        BaseNamespaceDeclarationSyntax n => n.Name.ToString(),
        TypeDeclarationSyntax t => t.Identifier.Text + (t.Arity > 0 ? $"`{t.Arity}" : ""),
        _ => null,
    }).OfType<string>());
}

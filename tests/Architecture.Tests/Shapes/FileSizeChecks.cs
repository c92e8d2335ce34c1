using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Homeostat.Architecture.Tests.Shapes;

internal static class FileSizeChecks
{
    public static IEnumerable<string> Check(IReadOnlyCollection<SourceFile> files)
    {
        var sized = files.Where(f => !IsTable(f)).Select(f => new Sized(f.Path, f.Lines.Count)).ToList();
        foreach (var file in sized.Where(s => s.Lines > Limits.MostFileLines).OrderByDescending(s => s.Lines))
        {
            yield return $"{file.Where} has {file.Lines} lines, at most {Limits.MostFileLines} are allowed";
        }
        foreach (var finding in Sized.NineInTen("files", sized, Limits.UsualFileLines))
        {
            yield return finding;
        }
        foreach (var file in files.Where(f => IsTable(f) && HasCode(f)))
        {
            yield return $"{file.Path} calls itself a table but holds code; a table holds constants only";
        }
    }

    // A first line `// table: reason` takes a file of constants out of the count.
    public static bool IsTable(SourceFile file) =>
        file.Root.GetLeadingTrivia().Take(1).Any(t => SourceFile.Reason(t, "table") is not null);

    private static bool HasCode(SourceFile file) =>
        file.Root.DescendantNodes().Any(n => n is BlockSyntax or GlobalStatementSyntax || (n is ArrowExpressionClauseSyntax arrow && !IsListOfLiterals(arrow)));

    // `static ReadOnlySpan<ulong> Table => [1, 2];` is how constants are laid out without an array at run time.
    private static bool IsListOfLiterals(ArrowExpressionClauseSyntax arrow) =>
        arrow.Expression is CollectionExpressionSyntax list
        && list.Elements.All(e => e is ExpressionElementSyntax { Expression: LiteralExpressionSyntax });
}

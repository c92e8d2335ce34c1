using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using System.Text.RegularExpressions;

namespace Homeostat.Architecture.Tests.Rules;

/// <summary>Rules may be relaxed where there is a reason, and the reason stands on the same line or the one before.</summary>
internal static partial class RelaxationChecks
{
    // A reason is a comment with a word in it; doc comments describe, they do not excuse.
    [GeneratedRegex("""(?<![:/])//(?!/)\s*\w""")]
    private static partial Regex CodeReason { get; }

    [GeneratedRegex("""Justification\s*=\s*"\s*\w""")]
    private static partial Regex Justification { get; }

    [GeneratedRegex("""<!--\s*\w""")]
    private static partial Regex XmlReason { get; }

    [GeneratedRegex("""
        <(NoWarn|WarningsNotAsErrors)\b
        | <(TreatWarningsAsErrors|GenerateDocumentationFile|Nullable|EnforceCodeStyleInBuild)>\s*(false|disable)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ProjectRelaxation { get; }

    [GeneratedRegex("""\.severity\s*=\s*(none|silent|suggestion)""")]
    private static partial Regex ConfigRelaxation { get; }

    public static IEnumerable<string> Pragmas(IEnumerable<SourceFile> files) =>
        from file in files
        from pragma in file.Root.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
        where pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
        where !HasReason(file.Lines, Line(pragma), CodeReason)
        select $"{file.At(pragma)} {pragma.ToString().Trim()} gives no reason on its line or the one before";

    public static IEnumerable<string> Attributes(IEnumerable<SourceFile> files) =>
        from file in files
        from attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString().Split('.')[^1] is "SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage"
        where !Justification.IsMatch(attribute.ToString()) && !HasReason(file.Lines, Line(attribute), CodeReason)
        select $"{file.At(attribute)} {attribute.Name} has no Justification";

    public static IEnumerable<string> Regions(IEnumerable<SourceFile> files) =>
        from file in files
        from region in file.Root.DescendantNodes(descendIntoTrivia: true).OfType<RegionDirectiveTriviaSyntax>()
        select $"{file.At(region)} {region.ToString().Trim()}; a file that needs regions needs splitting";

    /// <summary>Project files, props and targets.</summary>
    public static IEnumerable<string> BuildFiles(string path, string text) => Lines(path, text, ProjectRelaxation, XmlReason);

    /// <summary>.editorconfig and .globalconfig; a trailing `# reason` will do.</summary>
    public static IEnumerable<string> ConfigFiles(string path, string text) => Lines(path, text, ConfigRelaxation, ConfigReason);

    [GeneratedRegex("""#\s*\w""")]
    private static partial Regex ConfigReason { get; }

    private static IEnumerable<string> Lines(string path, string text, Regex relaxation, Regex reason)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (relaxation.IsMatch(lines[i]) && !HasReason(lines, i, reason))
            {
                yield return $"{path}:{i + 1} {lines[i].Trim()} gives no reason on its line or the one before";
            }
        }
    }

    private static bool HasReason(IReadOnlyList<string> lines, int line, Regex reason) =>
        reason.IsMatch(lines[line]) || (line > 0 && IsComment(lines[line - 1]) && reason.IsMatch(lines[line - 1]));

    private static bool IsComment(string line) =>
        line.TrimStart() is ['/', '/', ..] or ['<', '!', ..] or ['#', ..] and not ['#', 'p', 'r', 'a', 'g', 'm', 'a', ..];

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line;
}

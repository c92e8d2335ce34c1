using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Homeostat.Architecture.Tests.Rules;

/// <summary>The compiler and the banned-symbol analyzer do the work; these see to it that nobody switches them off.</summary>
internal static partial class BuildRuleChecks
{
    /// <summary>The composition roots: the only projects that choose a clock and a source of chance.</summary>
    public static readonly string[] CompositionRoots = ["Cli", "Functions"];

    [GeneratedRegex("""\bMSBuildProjectName\)'\s*!=\s*'(?<name>[^']*)'""")]
    private static partial Regex NameIsNot { get; }

    [GeneratedRegex("""\b(CS)?1591\b""")]
    private static partial Regex MissingDocumentation { get; }

    public static IEnumerable<string> BannedList(string props)
    {
        var project = Project.Parse("Directory.Build.props", props);
        var list = project.Elements("AdditionalFiles").SingleOrDefault(e =>
            e.Attribute("Include")?.Value.EndsWith("eng/BannedSymbols.txt", StringComparison.Ordinal) == true);
        if (list is null)
        {
            yield return "Directory.Build.props does not hand out eng/BannedSymbols.txt";
            yield break;
        }
        var condition = list.Attribute("Condition")?.Value ?? "";
        var named = NameIsNot.Matches(condition).Select(m => m.Groups["name"].Value).Order().ToList();
        // Every `!=` is one of the names, and they are joined by And: nothing else can take a project out.
        if (!named.SequenceEqual(CompositionRoots.Order()) || condition.Split("And", StringSplitOptions.TrimEntries).Length != named.Count)
        {
            yield return $"the banned list is withheld by the condition {condition}; only {string.Join(" and ", CompositionRoots)} may go without";
        }
        if (list.Parent?.Attribute("Condition")?.Value.Replace(" ", "", StringComparison.Ordinal) != "'$(IsSource)'=='true'")
        {
            yield return "the banned list is not handed to all of src";
        }
        if (!project.PackageReferences.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers"))
        {
            yield return "no project gets the analyzer that reads the banned list";
        }
    }

    public static IEnumerable<string> Documented(string props)
    {
        var element = Project.Parse("Directory.Build.props", props).Elements("GenerateDocumentationFile").SingleOrDefault();
        if (element?.Value != "true" || element.Parent?.Attribute("Condition")?.Value.Replace(" ", "", StringComparison.Ordinal) != "'$(IsSource)'=='true'")
        {
            yield return "Directory.Build.props does not make every project of src write a documentation file";
        }
    }

    /// <summary>Anywhere in build and config files, and in code: CS1591 (an undocumented public member) stays an error.</summary>
    public static IEnumerable<string> DocumentationSuppressed(string path, string text) =>
        from line in text.Split('\n').Index()
        where MissingDocumentation.IsMatch(line.Item)
        select $"{path}:{line.Index + 1} {line.Item.Trim()}";

    public static IEnumerable<string> CodeSuppresses(IEnumerable<SourceFile> files, Func<string, bool> isForbidden) =>
        from file in files
        from pragma in file.Root.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
        where pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(c => isForbidden(c.ToString()))
        select $"{file.At(pragma)} {pragma.ToString().Trim()}";

    public static bool IsDocumentationCode(string code) => MissingDocumentation.IsMatch(code);

    public static bool IsBannedSymbolCode(string code) => code.StartsWith("RS003", StringComparison.Ordinal);
}

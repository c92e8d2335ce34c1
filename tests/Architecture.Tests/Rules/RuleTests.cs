namespace Homeostat.Architecture.Tests.Rules;

public sealed class RuleTests
{
    private static readonly string[] BuildFileEndings = [".csproj", ".props", ".targets"];
    private static readonly string[] ConfigFileEndings = [".editorconfig", ".globalconfig", ".ruleset"];

    [Fact]
    public void Pragmas_GiveTheirReason() =>
        Expect.None("`#pragma warning disable` needs a reason beside it.", RelaxationChecks.Pragmas(Repository.Sources));

    [Fact]
    public void SuppressMessage_GivesItsReason() =>
        Expect.None("[SuppressMessage] needs a reason.", RelaxationChecks.Attributes(Repository.Sources));

    [Fact]
    public void Regions_AreNotUsed() => Expect.None("No #region.", RelaxationChecks.Regions(Repository.Sources));

    [Fact]
    public void BuildFiles_GiveReasonsForWhatTheyRelax() =>
        Expect.None("A relaxed build rule needs a comment beside it.",
            Repository.FilesEnding(BuildFileEndings).SelectMany(f => RelaxationChecks.BuildFiles(f, Repository.Read(f))));

    [Fact]
    public void ConfigFiles_GiveReasonsForWhatTheyRelax() =>
        Expect.None("A relaxed analyzer rule needs a comment beside it.",
            Repository.FilesEnding(ConfigFileEndings).SelectMany(f => RelaxationChecks.ConfigFiles(f, Repository.Read(f))));

    [Fact]
    public void PublicMembers_AreDocumented() =>
        Expect.None("The compiler demands a doc comment on every public member (CS1591); nothing switches that off.",
            BuildRuleChecks.Documented(Repository.Read("Directory.Build.props"))
                .Concat(Repository.FilesEnding([.. BuildFileEndings, .. ConfigFileEndings])
                    .SelectMany(f => BuildRuleChecks.DocumentationSuppressed(f, Repository.Read(f))))
                .Concat(BuildRuleChecks.CodeSuppresses(Repository.ProductSources, BuildRuleChecks.IsDocumentationCode)));

    [Fact]
    public void ClockAndChance_AreBannedOutsideCompositionRoots() =>
        Expect.None("Every project of src but the composition roots gets eng/BannedSymbols.txt.",
            BuildRuleChecks.BannedList(Repository.Read("Directory.Build.props"))
                .Concat(BuildRuleChecks.CodeSuppresses(Repository.ProductSources, BuildRuleChecks.IsBannedSymbolCode)));

    [Fact]
    public void Projects_KeepTheirBannedList() =>
        Expect.None("No project takes the banned list or its analyzer away.",
            from project in Repository.Projects
            from element in project.Elements("AdditionalFiles").Concat(project.Elements("PackageReference")).Concat(project.Elements("Analyzer"))
            where element.Attribute("Remove") is not null
            select $"{project.Path}: {element}");
}

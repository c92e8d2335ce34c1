using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Names, modules, resources, events and secrets of infra, and that each check finds what it is for.</summary>
public sealed class BicepTests
{
    public static TheoryData<string> Paths => [.. Tree.BicepPaths()];

    private static string Hooks => string.Concat(Tree.Files("infra/hooks", "*").Select(File.ReadAllText));

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_IsBicep_AndHoldsWhatItShould(string path)
    {
        var file = Tree.File(path);
        string[] problems =
        [
            .. NameChecks.Names(file), .. NameChecks.Unused(file), .. NameChecks.Members(file, Tree.Bicep), .. ModuleChecks.Modules(file, Tree.Bicep),
            .. ResourceChecks.Check(file), .. EventChecks.Check(file), .. SecretChecks.Check(file), .. RoleChecks.Ids(file),
        ];
        Assert.Empty(problems);
    }

    [Fact]
    public void EveryFile_IsDeployedBySomebody() => Assert.Empty(ModuleChecks.Orphans(Tree.Bicep, Hooks));

    [Fact]
    public void ParametersFile_FitsMain() => Assert.Empty(ModuleChecks.ParametersFile(Tree.File("main.bicep"), Tree.Read("infra/main.parameters.json")));

    [Fact]
    public void MainHasTheSubscriptionsScope() => Assert.Equal("subscription", Tree.File("main.bicep").Declarations.OfType<ScopeDeclaration>().Single().Scope);

    [Theory]
    [InlineData("var a = b", "nobody declares")]
    [InlineData("var a = lenght('b')", "no function")]
    public void Names_ThatLeadNowhere_AreFound(string text, string problem) => Found(NameChecks.Names(Sample(text)), problem);

    [Theory]
    [InlineData("param a string")]
    [InlineData("var a = 1")]
    [InlineData("resource a 'T@1' existing = { name: 'b' }")]
    public void Declarations_ThatNobodyUses_AreFound(string text) => Found(NameChecks.Unused(Sample(text)), "nobody uses");

    [Theory]
    [InlineData("resource a 'T@1' existing = {\n name: 'b'\n resource c 'd' existing = { name: 'e' }\n}\nvar f = a::g.id", "nested in nothing")]
    [InlineData("module a 'other.bicep' = { name: 'a' }\nvar b = a.outputs.c", "does not give out")]
    public void Members_ThatAreNotThere_AreFound(string text, string problem) => Found(NameChecks.Members(Sample(text), [BicepFile.Parse("other.bicep", "output d string = 'x'")]), problem);

    [Theory]
    [InlineData("module a 'nowhere.bicep' = { name: 'a' }", "is not there")]
    [InlineData("module a 'other.bicep' = {\n name: 'a'\n params: { needed: 1, more: 2 }\n}", "no such parameter")]
    [InlineData("module a 'other.bicep' = { name: 'a' }", "needs it")]
    public void Modules_ThatDoNotFit_AreFound(string text, string problem) => Found(ModuleChecks.Modules(Sample(text), [BicepFile.Parse("other.bicep", "param needed int\nparam other int = 1")]), problem);

    [Fact]
    public void File_ThatNobodyDeploys_IsFound() => Found(ModuleChecks.Orphans([Sample("var a = 1"), BicepFile.Parse("main.bicep", "")], "az deployment"), "no hook");

    [Theory]
    [InlineData("""{ "parameters": { "b": { "value": "${B}" }, "a": { "value": "${A}" } } }""", "does not take")]
    [InlineData("""{ "parameters": { "a": { "value": "fixed" } } }""", "no variable")]
    [InlineData("""{ "parameters": {} }""", "lacks 'a'")]
    public void ParametersFile_ThatDoesNotFit_IsFound(string json, string problem) => Found(ModuleChecks.ParametersFile(Sample("param a string"), json), problem);

    private static BicepFile Sample(string text) => BicepFile.Parse("sample.bicep", text);

    private static void Found(IEnumerable<string> problems, string problem) => Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
}

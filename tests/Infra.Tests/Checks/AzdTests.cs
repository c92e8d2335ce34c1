using System.Text.RegularExpressions;
using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>azure.yaml, hooks, workflows and documents hold together by names; here they are compared, and each comparison finds what it is for.</summary>
public sealed partial class AzdTests
{
    private const string Yaml = """
        services:
          loop: { project: ./src/App, language: dotnet, host: function }
        hooks:
          up:
            posix: { shell: sh, run: ./h/up.sh, continueOnError: false }
            windows: { shell: pwsh, run: ./h/up.ps1, continueOnError: false }
        """;

    private static readonly BicepFile s_main = Tree.File("main.bicep");

    [GeneratedRegex("<Version>(?<version>[^<]+)</Version>")]
    private static partial Regex Version { get; }

    public static TheoryData<string> Hooks => [.. Scripts];

    public static TheoryData<string> Workflows => [.. Tree.Files(".github/workflows", "*.yml").Select(path => Path.GetFileName(path))];

    private static string[] Scripts => [.. Tree.Files("infra/hooks", "*").Select(path => $"infra/hooks/{Path.GetFileName(path)}")];

    [Fact]
    public void Service_IsTheAppOfTheTemplates_AndItsProjectIsThere() => Assert.Empty(AzdChecks.Services(
        Tree.Read("azure.yaml"), Tags(), Tree.Has));

    [Fact]
    public void Hook_HasAScriptForEachSystem() => Assert.Empty(AzdChecks.Hooks(Tree.Read("azure.yaml"), Scripts));

    [Theory]
    [MemberData(nameof(Hooks))]
    public void Hook_AsksForOutputsThatThereAre(string file)
    {
        string twin = Path.ChangeExtension(file, file.EndsWith(".sh", StringComparison.Ordinal) ? ".ps1" : ".sh");
        Assert.Empty(AzdChecks.Outputs(Tree.Read(file), Tree.Read(twin), [.. s_main.Outputs.Select(output => output.Name)]));
    }

    [Fact]
    public void Variables_AreExplained_AndReachThePipeline() => Assert.Empty(AzdChecks.Variables(
        ModuleChecks.Variables(Tree.Read("infra/main.parameters.json")), Tree.Read(".github/workflows/azure-dev.yml"), Tree.Read("docs/install.md")));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_MayDoNoMoreThanItMust(string file) => Assert.Empty(WorkflowChecks.Check(Tree.Read($".github/workflows/{file}")));

    [Fact]
    public void Version_IsTheSameEverywhere()
    {
        string version = Version.Match(Tree.Read("Directory.Build.props")).Groups["version"].Value;
        Assert.Equal(version, (s_main.Parameters.Single(parameter => parameter.Name == "imageVersion").Default as TextSyntax)?.Plain);
        Assert.Contains($"\"servingEnvironment\": \"homeostat:{version}\"", Tree.Read("samples/azure/flights.json"), StringComparison.Ordinal);
        Assert.Contains($"\n  template: homeostat@{version}\n", Tree.Read("azure.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host: function", "host: containerapp", "no Function App")]
    [InlineData("./src/App", "./src/Other", "project of 'loop'")]
    [InlineData("  loop:", "  app:", "tag 'app'")]
    public void Service_ThatDoesNotFit_IsFound(string part, string broken, string problem) => Found(AzdChecks.Services(Broken(part, broken), ["loop"], path => path == "src/App/Functions.csproj"), problem);

    [Theory]
    [InlineData("./h/up.sh", "./h/upp.sh", "runs 'h/upp.sh'")]
    [InlineData("shell: pwsh", "shell: sh", "no script of pwsh")]
    [InlineData("up.ps1, continueOnError: false", "up.ps1, continueOnError: true", "may fail unseen")]
    [InlineData("    windows", "    darwin", "nothing for windows")]
    public void Hook_ThatDoesNotFit_IsFound(string part, string broken, string problem) =>
        Assert.Contains(AzdChecks.Hooks(Broken(part, broken), ["h/up.sh", "h/up.ps1"]), found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Script_ThatNoHookRuns_IsFound() => Found(AzdChecks.Hooks(Yaml, ["h/up.sh", "h/up.ps1", "h/more.sh"]), "no hook runs 'h/more.sh'");

    [Fact]
    public void ServicesHooks_AreFoundFromItsProject() => Assert.Empty(AzdChecks.Hooks(
        "services: { loop: { project: ./src/App, hooks: { pack: { posix: { shell: sh, run: ../../h/p.sh, continueOnError: false }, windows: { shell: pwsh, run: ../../h/p.ps1, continueOnError: false } } } } }", ["h/p.sh", "h/p.ps1"]));

    [Theory]
    [InlineData("echo $HOMEOSTAT_APP $HOMEOSTAT_UR", "$env:HOMEOSTAT_APP 'HOMEOSTAT_UR'", "does not give out")]
    [InlineData("echo ${HOMEOSTAT_APP:-} $HOMEOSTAT_URL", "$env:HOMEOSTAT_APP", "twin does not ask for 'HOMEOSTAT_URL'")]
    public void Outputs_ThatDoNotFit_AreFound(string script, string twin, string problem) => Found(AzdChecks.Outputs(script, twin, ["HOMEOSTAT_APP", "HOMEOSTAT_URL"]), problem);

    [Theory]
    [InlineData("A_B: ${{ vars.A_BC }}", "| `A_B` |", "does not hand on")]
    [InlineData("A_B: ${{ vars.A_B || '' }}", "| `A_BC` |", "does not explain")]
    public void Variable_ThatIsForgotten_IsFound(string pipeline, string install, string problem) => Found(AzdChecks.Variables(["A_B", "AZURE_LOCATION"], pipeline, install), problem);

    [Theory]
    [InlineData("jobs: {}", "names no permissions")]
    [InlineData("permissions: write-all\njobs: {}", "names no permissions")]
    [InlineData("permissions: { contents: write }\njobs: {}", "may write contents")]
    [InlineData("permissions: { contents: read }\njobs: { a: { permissions: { packages: write } } }", "job 'a' takes")]
    [InlineData("permissions: { contents: read }\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4", "pinned by no commit")]
    public void Workflow_ThatMayTooMuch_IsFound(string yaml, string problem) => Found(WorkflowChecks.Check(yaml), problem);

    // What azd finds the app by.
    private static string[] Tags() => [.. s_main.Modules.SelectMany(Walk.All).OfType<ObjectSyntax>().Select(members => (members["azd-service-name"] as TextSyntax)?.Plain).OfType<string>()];

    private static string Broken(string part, string broken)
    {
        Assert.Contains(part, Yaml, StringComparison.Ordinal);
        return Yaml.Replace(part, broken, StringComparison.Ordinal);
    }

    private static void Found(IEnumerable<string> problems, string problem) => Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
}

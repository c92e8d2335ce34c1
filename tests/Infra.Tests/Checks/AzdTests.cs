using System.Text.RegularExpressions;
using Homeostat.Infra.Tests.Bicep;
using YamlDotNet.RepresentationModel;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>azure.yaml, hooks, workflows and documents hold together by names; here they are compared.</summary>
public sealed partial class AzdTests
{
    private static readonly BicepFile s_main = Tree.File("main.bicep");

    [GeneratedRegex(@"(?:\$\{?|\$env:|'|\b)(?<name>HOMEOSTAT_[A-Z_]+)\b")]
    private static partial Regex Output { get; }

    [GeneratedRegex("<Version>(?<version>[^<]+)</Version>")]
    private static partial Regex Version { get; }

    public static TheoryData<string> Hooks => [.. Tree.Files("infra/hooks", "*").Select(path => Path.GetFileName(path))];

    [Fact]
    public void Service_IsTheAppOfTheTemplates_AndItsProjectIsThere()
    {
        var service = (YamlMappingNode)Yaml("azure.yaml")["services"]["loop"];
        Assert.Equal(("function", "dotnet"), (Text(service["host"]), Text(service["language"])));
        Assert.True(Tree.Has(Text(service["project"])[2..] + "/Functions.csproj"));
        Assert.Contains(s_main.Modules.SelectMany(Walk.All).OfType<TextSyntax>(), text => text.Plain == "loop");
    }

    [Theory]
    [InlineData("postdeploy")]
    [InlineData("predown")]
    public void Hook_HasAScriptForEachSystem(string name)
    {
        var hook = Yaml("azure.yaml")["hooks"][name];
        foreach (string system in new[] { "posix", "windows" }) Assert.True(Tree.Has(Text(hook[system]["run"])[2..]), $"{name} of {system}");
    }

    /// <summary>A hook finds what main.bicep gives out, under the same name; both languages ask for the same.</summary>
    [Theory]
    [MemberData(nameof(Hooks))]
    public void Hook_AsksForOutputsThatThereAre(string file)
    {
        var asked = Asked(file);
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(s_main.Outputs.Select(output => output.Name)));
        string twin = Path.ChangeExtension(file, file.EndsWith(".sh", StringComparison.Ordinal) ? ".ps1" : ".sh");
        Assert.Equal(Asked(twin).Order(), asked.Order());
    }

    [Fact]
    public void Variables_AreExplained_AndReachThePipeline()
    {
        string install = Tree.Read("docs/install.md"), pipeline = Tree.Read(".github/workflows/azure-dev.yml");
        string[] azds = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_PRINCIPAL_ID", "AZURE_PRINCIPAL_TYPE"];
        string[] ours = [.. ModuleChecks.Variables(Tree.Read("infra/main.parameters.json")).Except(azds)];
        Assert.All(ours, name => Assert.Contains($"{name}: ${{{{ vars.{name}", pipeline, StringComparison.Ordinal));
        Assert.All(ours, name => Assert.Contains(name.Replace("EXISTING_WORKSPACE_", "_", StringComparison.Ordinal), install, StringComparison.Ordinal));
    }

    [Fact]
    public void Workflows_AreYaml_AndMayDoNoMoreThanTheyMust()
    {
        foreach (string path in Tree.Files(".github/workflows", "*.yml"))
        {
            var permissions = (YamlMappingNode)Yaml(".github/workflows/" + Path.GetFileName(path))["permissions"];
            Assert.Equal("read", Text(permissions["contents"]));
            Assert.All(permissions.Children, permission => Assert.True(Text(permission.Value) == "read" || Text(permission.Key) == "id-token", path));
        }
    }

    [Fact]
    public void Version_IsTheSameEverywhere()
    {
        string version = Version.Match(Tree.Read("Directory.Build.props")).Groups["version"].Value;
        Assert.Equal(version, (s_main.Parameters.Single(parameter => parameter.Name == "imageVersion").Default as TextSyntax)?.Plain);
        Assert.Contains($"\"servingEnvironment\": \"homeostat:{version}\"", Tree.Read("samples/azure/flights.json"), StringComparison.Ordinal);
        Assert.Equal($"homeostat@{version}", Text(Yaml("azure.yaml")["metadata"]["template"]));
    }

    [Fact]
    public void Alerts_HaveASectionEach()
    {
        string operations = Tree.Read("docs/operations.md");
        var alerts = (ArraySyntax)Tree.File("app/alerts.bicep").Declarations.OfType<VariableDeclaration>().Single(variable => variable.Name == "alerts").Value;
        Assert.All(alerts.Items.Cast<ObjectSyntax>(), alert => Assert.Contains($"\n## {((TextSyntax)alert["name"]!).Plain}\n", operations, StringComparison.Ordinal));
    }

    private static HashSet<string> Asked(string file) => Output.Matches(Tree.Read("infra/hooks/" + file)).Select(match => match.Groups["name"].Value).ToHashSet();

    private static YamlNode Yaml(string path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Tree.Read(path)));
        return yaml.Documents[0].RootNode;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}

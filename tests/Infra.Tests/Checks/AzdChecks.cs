using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>What azure.yaml and its hooks name, against what is there.</summary>
internal static partial class AzdChecks
{
    [GeneratedRegex(@"(?:\$\{?|\$env:|'|\b)(?<name>HOMEOSTAT_[A-Z_]+)\b")]
    private static partial Regex Output { get; }

    /// <summary>The app of the templates, and its project.</summary>
    /// <param name="yaml">azure.yaml.</param>
    /// <param name="tags">Texts of the templates, among them the tag that azd finds the app by.</param>
    /// <param name="has">Whether there is a file of this path.</param>
    internal static IEnumerable<string> Services(string yaml, IReadOnlyCollection<string> tags, Predicate<string> has)
    {
        foreach (var (name, service) in Members(Yaml(yaml), "services"))
        {
            if ((Text(service, "host"), Text(service, "language")) != ("function", "dotnet")) yield return $"'{name}' is no Function App of .NET";
            if (!has($"{Plain(Text(service, "project"))}/Functions.csproj")) yield return $"the project of '{name}' is not there";
            if (!tags.Contains(name)) yield return $"no template has the tag '{name}'";
        }
    }

    /// <summary>Hooks of the project and of its services, each with a script for both systems.</summary>
    /// <param name="yaml">azure.yaml.</param>
    /// <param name="scripts">Paths of all scripts that there are for hooks.</param>
    internal static IEnumerable<string> Hooks(string yaml, IReadOnlyCollection<string> scripts)
    {
        var root = Yaml(yaml);
        var hooks = Members(root, "hooks").Select(hook => (hook.Name, hook.Node, Folder: ""))
            .Concat(Members(root, "services").SelectMany(service => Members(service.Node, "hooks").Select(hook => (hook.Name, hook.Node, Folder: Plain(Text(service.Node, "project"))))));
        var left = scripts.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, hook, folder) in hooks)
        {
            foreach (var (system, shell, ending) in new[] { ("posix", "sh", ".sh"), ("windows", "pwsh", ".ps1") })
            {
                if (Find(hook, system) is not { } half)
                {
                    yield return $"{name} has nothing for {system}";
                    continue;
                }
                string script = Under(folder, Text(half, "run"));
                left.Remove(script);
                if (!scripts.Contains(script)) yield return $"{name} of {system} runs '{script}', which is not there";
                if (Text(half, "shell") != shell || !script.EndsWith(ending, StringComparison.Ordinal)) yield return $"{name} of {system} is no script of {shell}";
                if (Text(half, "continueOnError") != "false") yield return $"{name} of {system} may fail unseen";
            }
        }
        foreach (string script in left) yield return $"no hook runs '{script}'";
    }

    /// <summary>A hook finds what main.bicep gives out, under the same name; both languages ask for the same.</summary>
    internal static IEnumerable<string> Outputs(string script, string twin, IReadOnlyCollection<string> given)
    {
        HashSet<string> asked = Asked(script), others = Asked(twin);
        return asked.Except(given).Select(name => $"a hook asks for '{name}', which main.bicep does not give out")
            .Concat(asked.Except(others).Select(name => $"its twin does not ask for '{name}'"));
    }

    /// <summary>Variables of the parameters file reach the pipeline, and are explained.</summary>
    internal static IEnumerable<string> Variables(IEnumerable<string> variables, string pipeline, string install)
    {
        string[] azds = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_PRINCIPAL_ID", "AZURE_PRINCIPAL_TYPE"];
        foreach (string name in variables.Except(azds))
        {
            if (!pipeline.Contains($"{name}: ${{{{ vars.{name} ", StringComparison.Ordinal)) yield return $"the pipeline does not hand on '{name}'";
            if (!install.Contains($"`{name}`", StringComparison.Ordinal)) yield return $"docs/install.md does not explain '{name}'";
        }
    }

    private static HashSet<string> Asked(string script) => Output.Matches(script).Select(match => match.Groups["name"].Value).ToHashSet();

    private static YamlNode Yaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents[0].RootNode;
    }

    private static YamlNode? Find(YamlNode node, string name) => ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(name), out var found) ? found : null;

    private static IEnumerable<(string Name, YamlNode Node)> Members(YamlNode node, string name) =>
        Find(node, name) is YamlMappingNode members ? members.Children.Select(member => (((YamlScalarNode)member.Key).Value!, member.Value)) : [];

    private static string Text(YamlNode node, string name) => (Find(node, name) as YamlScalarNode)?.Value ?? "";

    private static string Plain(string path) => Under("", path);

    /// <summary>A path in the repository, without dots.</summary>
    private static string Under(string folder, string path)
    {
        List<string> parts = [];
        foreach (string part in $"{folder}/{path}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part != ".") parts.Add(part);
        }
        return string.Join('/', parts);
    }
}

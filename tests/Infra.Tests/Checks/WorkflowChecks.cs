using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>What workflows may do, and whose code they run.</summary>
internal static partial class WorkflowChecks
{
    [GeneratedRegex(@"\buses:\s*(?<action>\S+)")]
    private static partial Regex Uses { get; }

    [GeneratedRegex("@[0-9a-f]{40}$")]
    private static partial Regex Commit { get; }

    internal static IEnumerable<string> Check(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        if (!root.Children.TryGetValue(new YamlScalarNode("permissions"), out var found) || found is not YamlMappingNode permissions) yield return "names no permissions, so it has all that the repository gives";
        else
            foreach (var (right, level) in permissions.Children)
                if (level.ToString() != "read" && (right.ToString(), level.ToString()) is not ("id-token", "write")) yield return $"may {level} {right}";
        foreach (var job in ((YamlMappingNode)root["jobs"]).Children)
            if (((YamlMappingNode)job.Value).Children.ContainsKey(new YamlScalarNode("permissions"))) yield return $"job '{job.Key}' takes permissions of its own";
        foreach (var use in Uses.Matches(text).Select(match => match.Groups["action"].Value))
            if (!Commit.IsMatch(use)) yield return $"'{use}' is pinned by no commit";
    }
}

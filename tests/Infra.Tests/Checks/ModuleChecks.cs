using System.Text.Json;
using System.Text.RegularExpressions;
using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Files give each other what they ask for.</summary>
internal static partial class ModuleChecks
{
    [GeneratedRegex("""\$\{(?<name>[A-Z_]+)(=[^}]*)?\}""")]
    private static partial Regex Variable { get; }

    internal static IEnumerable<string> Modules(BicepFile file, IReadOnlyList<BicepFile> all)
    {
        foreach (var module in file.Modules)
        {
            if (NameChecks.Of(module, file, all) is not { } called)
            {
                yield return $"{file.Path}:{module.Line} calls '{module.Path}', which is not there";
                continue;
            }
            string[] given = module.Body["params"] is ObjectSyntax given_ ? [.. given_.Members.Select(member => member.Name.Shown)] : [];
            foreach (string name in given.Where(name => called.Parameters.All(parameter => parameter.Name != name)))
                yield return $"{file.Path}:{module.Line} gives '{name}' to '{module.Path}', which takes no such parameter";
            foreach (var needed in called.Parameters.Where(parameter => parameter.Default is null && !given.Contains(parameter.Name)))
                yield return $"{file.Path}:{module.Line} does not give '{needed.Name}' to '{module.Path}', which needs it";
        }
    }

    /// <summary>A file that no module calls and no hook runs would never be deployed.</summary>
    internal static IEnumerable<string> Orphans(IReadOnlyList<BicepFile> all, string hooks)
    {
        var called = all.SelectMany(file => file.Modules.Select(module => NameChecks.Of(module, file, all)?.Path)).ToHashSet();
        return all.Where(file => file.Path != "main.bicep" && !called.Contains(file.Path) && !hooks.Contains("infra/" + file.Path, StringComparison.Ordinal))
            .Select(file => $"{file.Path} is called by no module and run by no hook");
    }

    /// <summary>The parameters file holds parameters that there are, each from one variable, and every one without a default.</summary>
    internal static IEnumerable<string> ParametersFile(BicepFile main, string json)
    {
        using var document = JsonDocument.Parse(json);
        var given = document.RootElement.GetProperty("parameters").EnumerateObject().ToList();
        foreach (var parameter in given)
        {
            if (main.Parameters.All(declared => declared.Name != parameter.Name)) yield return $"the parameters file gives '{parameter.Name}', which {main.Path} does not take";
            if (parameter.Value.GetProperty("value").GetString() is not { } value || !Variable.IsMatch(value)) yield return $"'{parameter.Name}' of the parameters file comes from no variable";
        }
        foreach (var needed in main.Parameters.Where(declared => declared.Default is null && given.All(parameter => parameter.Name != declared.Name)))
            yield return $"the parameters file lacks '{needed.Name}', which {main.Path} needs";
    }

    /// <summary>Variables of the parameters file.</summary>
    internal static IReadOnlyList<string> Variables(string json) => [.. Variable.Matches(json).Select(match => match.Groups["name"].Value)];
}

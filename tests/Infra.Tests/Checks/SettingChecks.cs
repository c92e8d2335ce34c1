using System.Text.Json;
using System.Text.RegularExpressions;
using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>The app's settings, against what the app reads and what a developer's machine sets.</summary>
internal static partial class SettingChecks
{
    // The plan names the worker; on a developer's machine a setting does.
    private static readonly HashSet<string> s_localOnly = ["FUNCTIONS_WORKER_RUNTIME"];

    // Read by the host and its extensions, not by the app.
    private static readonly HashSet<string> s_hosts = ["AzureWebJobsDisableHomepage", "AzureWebJobsStorage", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];

    [GeneratedRegex("""public const string \w+ = "(?<name>\w+)";""")]
    private static partial Regex Constant { get; }

    [GeneratedRegex("%(?<name>[A-Z_]+)%")]
    private static partial Regex Placeholder { get; }

    /// <summary>Names of the object <c>appSettings</c>; what follows two underscores is part of the setting before them.</summary>
    internal static IReadOnlyList<string> Names(BicepFile app) =>
        [.. ((ObjectSyntax)app.Declarations.OfType<VariableDeclaration>().Single(variable => variable.Name == "appSettings").Value).Members.Select(member => member.Name.Shown)];

    /// <summary>What the app reads: constants of its class of settings, and placeholders of triggers and host.json.</summary>
    internal static IReadOnlySet<string> Read(string settings, IEnumerable<string> others) =>
        Constant.Matches(settings).Concat(others.SelectMany(text => Placeholder.Matches(text))).Select(match => match.Groups["name"].Value).ToHashSet();

    internal static IEnumerable<string> Check(IReadOnlyList<string> given, IReadOnlySet<string> read)
    {
        var roots = given.Select(Root).ToHashSet();
        return read.Where(name => !roots.Contains(name)).Select(name => $"the app reads '{name}', which infra/app/app.bicep does not set")
            .Concat(roots.Where(name => !read.Contains(name) && !s_hosts.Contains(name)).Select(name => $"infra/app/app.bicep sets '{name}', which nobody reads"));
    }

    internal static IEnumerable<string> Local(IReadOnlyList<string> given, string localJson)
    {
        using var json = JsonDocument.Parse(localJson);
        var local = json.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name).Except(s_localOnly).ToHashSet();
        var roots = given.Select(Root).Where(name => name != "APPLICATIONINSIGHTS_AUTHENTICATION_STRING").ToHashSet();
        return local.Except(roots).Select(name => $"local.settings.json sets '{name}', which infra/app/app.bicep does not")
            .Concat(roots.Except(local).Select(name => $"infra/app/app.bicep sets '{name}', which local.settings.json does not"));
    }

    private static string Root(string name) => name.Split("__")[0];
}

using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What a deployment runs: two of the same members need no new process.</summary>
/// <param name="Template">The command line, with <c>{model}</c> and <c>{port}</c>.</param>
/// <param name="Model">The model's folder or file; empty when the deployment names none.</param>
/// <param name="Variables">Its environment variables, as one text.</param>
internal sealed record ServingSpec(string Template, string Model, string Variables)
{
    internal const string CommandVariable = "EMULATOR_SERVE_COMMAND";

    /// <summary>What a deployment without model and command runs: no process, but <see cref="PlaceholderModel"/>.</summary>
    internal static ServingSpec Placeholder { get; } = new("", "", "") { Environment = new Dictionary<string, string>() };

    /// <summary>Environment variables.</summary>
    internal required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The spec of a deployment's properties, or why there is none.</summary>
    internal static (ServingSpec? Spec, string? Failure) Of(WorkspaceState state, JsonObject properties, EmulatorOptions options, AssetPaths paths)
    {
        var environment = (properties["environmentVariables"] as JsonObject ?? []).Where(v => EndpointRules.Text(v.Value) is not null)
            .ToDictionary(v => v.Key, v => EndpointRules.Text(v.Value)!, StringComparer.Ordinal);
        string? own = environment.GetValueOrDefault(CommandVariable);
        if (own is null && EndpointRules.Text(properties["model"]) is null) return (Placeholder, null);
        if ((own ?? options.ServeCommand) is not { } template)
            return (null, $"The emulator was started without a command that serves models. No process can be started. Start it with one (--serve), or give the deployment its own in the environment variable {CommandVariable}.");
        string model = "";
        if (EndpointRules.Text(properties["model"]) is { } id)
        {
            if (paths.Find(state, id) is not { } path || !AssetPaths.HasContent(path))
                return (null, $"The files of model '{id}' are gone. There is nothing to serve. Register a version that has files.");
            model = path;
        }
        string variables = string.Join('\n', environment.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));
        return (new ServingSpec(template, model, variables) { Environment = environment }, null);
    }

    internal string Line(int port) => Template
        .Replace("{model}", ChildShell.Quote(Model), StringComparison.Ordinal)
        .Replace("{port}", port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public bool Equals(ServingSpec? other) => other is not null && (Template, Model, Variables) == (other.Template, other.Model, other.Variables);

    public override int GetHashCode() => HashCode.Combine(Template, Model, Variables);
}

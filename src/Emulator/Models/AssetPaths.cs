namespace Homeostat.Emulator;

/// <summary>Where addresses of data and models lie on this machine.</summary>
internal sealed class AssetPaths(EmulatorOptions options, string workspaceId)
{
    private const string Scheme = "azureml://";

    /// <summary>The folder behind the workspace's datastores.</summary>
    internal string Storage { get; } = Path.GetFullPath(options.StorageFolder ?? Path.Combine(options.StateFolder, "storage"));

    /// <summary>What a job wrote to one of its outputs, where Azure puts it by default.</summary>
    internal string Output(string job, string output) => Path.Combine(Storage, "azureml", job, output);

    internal static string OutputUri(string job, string output) => $"{Scheme}datastores/workspaceblobstore/paths/azureml/{job}/{output}/";

    /// <summary>The path an address stands for, whether something is there or not; null when it is of a kind that is not emulated.</summary>
    internal string? Find(WorkspaceState state, string address)
    {
        if (Model(address) is { } model) return OfModel(state, model);
        if (address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return OfScheme(address[Scheme.Length..]);
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri)) return uri.IsFile ? uri.LocalPath : null;
        return null;
    }

    private ModelId? Model(string address)
    {
        if (ModelId.TryParse(address, workspaceId, out var model)) return model;
        string[] parts = address.Split(':');
        return parts is ["azureml", { Length: > 0 } name, { Length: > 0 } version] && !version.StartsWith('/') ? new ModelId(name, version) : null;
    }

    private string? OfModel(WorkspaceState state, ModelId model) =>
        state.Models.GetValueOrDefault(model.Name)?.Versions.GetValueOrDefault(model.Version) is { } version && EndpointRules.Text(version.Properties["modelUri"]) is { } uri
            ? Find(state, uri)
            : null;

    // jobs/{job}/outputs/{output}/paths/{path}, and datastores/{any}/paths/{path}, which may stand behind a workspace's long form.
    private string? OfScheme(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(part => part == "..")) return null;
        if (parts is ["jobs", var job, "outputs", var output, .. var rest] && rest is [] or ["paths", ..])
            return Path.Combine([Storage, "azureml", job, .. output == "artifacts" ? [] : (string[])[output], .. rest.Skip(1)]);
        int store = Array.FindIndex(parts, part => part.Equals("datastores", StringComparison.OrdinalIgnoreCase));
        return store >= 0 && parts[store..] is [_, _, "paths", .. var below] ? Path.Combine([Storage, .. below]) : null;
    }

    /// <summary>Whether there is a file, or a folder that holds any.</summary>
    internal static bool HasContent(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any());
}

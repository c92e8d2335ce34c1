namespace Homeostat.Emulator;

/// <summary>Where addresses of data and models lie on this machine.</summary>
internal sealed class AssetPaths(EmulatorOptions options, string workspaceId)
{
    private const string Scheme = "azureml://";

    /// <summary>The folder behind the workspace's datastores.</summary>
    internal string Storage { get; } = options.StorageFolder!;

    /// <summary>The address of one of a job's outputs: what its body says, otherwise where Azure puts it.</summary>
    internal static string OutputUri(JobRecord job, string output) =>
        EndpointRules.Text(job.Content.Properties["outputs"]?[output]?["uri"]) ?? $"{Scheme}datastores/workspaceblobstore/paths/azureml/{job.Name}/{output}/";

    /// <summary>Whether a folder is a job's own: in the storage, with the job's name in its path. Only such a one may be emptied.</summary>
    internal bool IsOwn(string folder, string job) =>
        Path.GetRelativePath(Storage, folder).Split(Path.DirectorySeparatorChar) is [not "..", ..] parts && parts.Contains(job, StringComparer.OrdinalIgnoreCase);

    /// <summary>The path an address stands for, whether something is there or not; null when it is of a kind that is not emulated.</summary>
    internal string? Find(WorkspaceState state, string address)
    {
        if (Model(address) is { } model) return OfModel(state, model);
        if (address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return OfScheme(state, address[Scheme.Length..]);
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
    private string? OfScheme(WorkspaceState state, string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(part => part == "..")) return null;
        if (parts is ["jobs", var job, "outputs", .. var rest]) return OfJob(state, job, rest);
        int store = Array.FindIndex(parts, part => part.Equals("datastores", StringComparison.OrdinalIgnoreCase));
        return store >= 0 && parts[store..] is [_, _, "paths", .. var below] ? Path.Combine([Storage, .. below]) : null;
    }

    // Among the artifacts of a job, outputs lie by their name.
    private string? OfJob(WorkspaceState state, string name, string[] rest)
    {
        if (rest is ["artifacts", "paths", .. var named]) rest = named is [var first, .. var inner] ? [first, "paths", .. inner] : [];
        if (rest is not ([_] or [_, "paths", ..]) || !state.Jobs.TryGetValue(name, out var job)) return null;
        return Find(state, OutputUri(job, rest[0])) is { } folder ? Path.Combine([folder, .. rest.Skip(2)]) : null;
    }

    /// <summary>Whether there is a file, or a folder that holds any.</summary>
    internal static bool HasContent(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any());
}

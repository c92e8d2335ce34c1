using System.Collections.Immutable;
using Homeostat.AzureML;
using Homeostat.Loop;
using Microsoft.Extensions.Configuration;

namespace Homeostat.Functions;

/// <summary>The app's settings, read once.</summary>
internal sealed record AppSettings
{
    // What people write to, beside the loop's own.
    private static readonly string[] s_containers = ["batches", "labels"];

    /// <summary>A connection string; null: <see cref="StorageUri"/>.</summary>
    internal string? StorageConnection { get; private init; }

    /// <summary>The blob service of the storage account, for the app's identity.</summary>
    internal Uri? StorageUri { get; private init; }

    /// <summary>Client id of the identity; null: the system's own.</summary>
    internal string? Identity { get; private init; }

    /// <summary>The container of the data collectors; null: the loop's own storage.</summary>
    internal Uri? Collector { get; private init; }

    /// <summary>Where telemetry goes; null: nowhere.</summary>
    internal string? Telemetry { get; private init; }

    internal required AzureMLOptions Workspace { get; init; }

    /// <exception cref="SettingsException">Some are missing or wrong; it lists all.</exception>
    internal static AppSettings Read(IConfiguration configuration)
    {
        List<string> problems = [];
        string? Get(string name) => configuration[name] is { Length: > 0 } value ? value : null;
        string Need(string name)
        {
            if (Get(name) is null) problems.Add($"{name} is missing.");
            return Get(name) ?? "";
        }
        Uri? Address(string name)
        {
            if (Get(name) is not { } text) return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address)) return address;
            problems.Add($"{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}' and must be an address.");
            return null;
        }
        var settings = new AppSettings
        {
            StorageConnection = Get(Settings.Storage),
            StorageUri = Address($"{Settings.Storage}:blobServiceUri"),
            Identity = Get($"{Settings.Storage}:clientId") ?? Get(Settings.Identity),
            Collector = Address(Settings.Collector),
            Telemetry = Get(Settings.Telemetry),
            Workspace = Of(Get, Need, Address(Settings.ResourceManager)),
        };
        if (settings is { StorageConnection: null, StorageUri: null }) problems.Add($"{Settings.Storage} or {Settings.Storage}__blobServiceUri is missing.");
        // What is missing is told by its own name already.
        else if (problems.Count == 0) problems.AddRange(settings.Workspace.Problems());
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static AzureMLOptions Of(Func<string, string?> get, Func<string, string> need, Uri? manager)
    {
        var options = new AzureMLOptions
        {
            Subscription = need(Settings.Subscription),
            ResourceGroup = need(Settings.ResourceGroup),
            Workspace = need(Settings.Workspace),
            PinnedCertificate = get(Settings.Certificate),
            // An emulator takes any token; nobody else has a pinned certificate of its own.
            Credential = get(Settings.Certificate) is null ? null : new StaticTokenCredential("emulator"),
            Trainer = new TrainingJobOptions { Environment = get(Settings.TrainerEnvironment), Compute = get(Settings.TrainerCompute) },
        };
        if (manager is not null) options = options with { ResourceManager = manager };
        return get(Settings.DataRoot) is { } root ? options with { DataRoot = root, Folders = Datastores(root) } : options;
    }

    // What people write to are containers of their own; a datastore is one container. infra/app/workspace-access.bicep makes and names them.
    private static ImmutableSortedDictionary<string, string> Datastores(string root) =>
        s_containers.ToImmutableSortedDictionary(folder => folder, folder => root.Replace("/paths/", $"_{folder}/paths/", StringComparison.Ordinal));
}

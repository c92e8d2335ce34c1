using Azure.Core;
using Azure.Identity;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>The loop's ports on one Azure Machine Learning workspace, and on Azure Monitor for its metrics. One HTTP client serves them all.</summary>
public sealed class AzureMLWorkspace : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Connects nothing yet; the first call does.</summary>
    /// <param name="options">Which workspace, as whom.</param>
    /// <param name="store">The loop's storage: <see cref="AzureMLOptions.DataRoot"/> as jobs see it. Artifacts of models are read from it.</param>
    /// <param name="time">For deadlines and waits.</param>
    /// <exception cref="AzureMLException">HS3108: options are wrong; the message lists every one.</exception>
    public AzureMLWorkspace(AzureMLOptions options, IBlobStore store, TimeProvider time) : this(options, store, time, null)
    {
    }

    internal AzureMLWorkspace(AzureMLOptions options, IBlobStore store, TimeProvider time, HttpMessageHandler? handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new AzureMLException(AzureMLErrors.Options, "The workspace's options cannot be used: " + string.Join(' ', problems),
                "Nothing can be asked of a workspace that is not named.", "Mend what is listed.");
        }
        var credential = options.Credential ?? new DefaultAzureCredential();
        _http = Connections.Client(handler ?? Connections.Handler(options));
        var arm = new ArmService(options, Connections.Arm(options, credential, _http, time), time);
        var ids = new WorkspaceIds(options);
        var versions = new ModelVersions(arm, ids);
        var artifacts = new Artifacts(store, options.DataRoot);
        Endpoints = new AzureMLEndpoints(arm, ids, options, new Scorer(_http, new ScoringAccess(arm, ids, credential, options, time), options, time));
        Jobs = new AzureMLJobs(arm, ids, options, versions, artifacts);
        Models = new AzureMLModels(versions, artifacts);
        Metrics = new AzureMonitorMetrics(arm, ids, options);
    }

    /// <summary>Managed online endpoints.</summary>
    public IEndpoints Endpoints { get; }

    /// <summary>Command jobs.</summary>
    public ITrainingJobs Jobs { get; }

    /// <summary>Registered models.</summary>
    public IModelRegistry Models { get; }

    /// <summary>Metrics of endpoints.</summary>
    public IEndpointMetrics Metrics { get; }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();
}

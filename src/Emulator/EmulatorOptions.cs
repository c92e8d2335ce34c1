using System.Collections.Immutable;

namespace Homeostat.Emulator;

/// <summary>What an emulator is started with.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Where state, certificate, logs and job folders are kept. Made when it is not there; readable by its owner only.</summary>
    public required string StateFolder { get; init; }

    /// <summary>What time it is: dates in answers, collector files and metrics. May run faster than the world.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>What durations are measured with: operations, lags, timeouts, latencies. Default <see cref="Time"/>.</summary>
    public TimeProvider? Durations { get; init; }

    /// <summary>The folder behind the workspace's blob store; <c>azureml://datastores/.../paths/X</c> is <c>X</c> in it. Default <c>storage</c> in the state folder.</summary>
    public string? StorageFolder { get; init; }

    /// <summary>Where collector files go, below <see cref="StorageFolder"/>. Default <c>modelDataCollector</c>.</summary>
    public string CollectorRoot { get; init; } = "modelDataCollector";

    /// <summary>TCP port on loopback; 0: any that is free. Default 0.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The command line that serves a model, with <c>{model}</c> for its folder and <c>{port}</c> for where to listen. Null: a deployment must bring its
    /// own in the environment variable <c>EMULATOR_SERVE_COMMAND</c>.
    /// </summary>
    public string? ServeCommand { get; init; }

    /// <summary>The command line of every job, with <c>{command}</c> for the one in its body. Default <c>{command}</c>.</summary>
    public string JobCommand { get; init; } = "{command}";

    /// <summary>Commands that children find on their path: name, and the command line behind it.</summary>
    public ImmutableSortedDictionary<string, string> Tools { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where chance starts: routing by weight, ids. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The only subscription there is.</summary>
    public string SubscriptionId { get; init; } = "00000000-0000-0000-0000-000000000001";

    /// <summary>The only resource group. Default <c>emulator</c>.</summary>
    public string ResourceGroup { get; init; } = "emulator";

    /// <summary>The only workspace. Default <c>emulator</c>.</summary>
    public string Workspace { get; init; } = "emulator";

    /// <summary>Its region. Default <c>westeurope</c>.</summary>
    public string Location { get; init; } = "westeurope";

    /// <summary>How long things take.</summary>
    public EmulatorTimings Timings { get; init; } = new();
}

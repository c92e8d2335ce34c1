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

    /// <summary>Throws with everything that is wrong.</summary>
    internal void Check()
    {
        string[] wrong = [.. Problems()];
        if (wrong.Length > 0) throw new EmulatorException(string.Join(Environment.NewLine, wrong));
    }

    private IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(StateFolder)) yield return "The state folder has no name. There is nowhere to keep the workspace. Name one.";
        if (Port is < 0 or > 65535) yield return $"The port is {Port}. There is no such port. Use a number from 1 to 65535, or 0 for any.";
        if (!JobCommand.Contains("{command}", StringComparison.Ordinal)) yield return $"The command of jobs is '{JobCommand}', without {{command}}. What a job asks for would not run. Put {{command}} in it.";
        if (ServeCommand is not null && !ServeCommand.Contains("{port}", StringComparison.Ordinal)) yield return $"The command that serves is '{ServeCommand}', without {{port}}. It could not be reached. Put {{port}} in it.";
        if (Timings.CrashLoop < 1) yield return $"The crash loop begins at {Timings.CrashLoop} crashes. A deployment would fail before it is started. Use a number from 1.";
        if (Timings.MetricsGrain < TimeSpan.FromSeconds(1) || Timings.MetricsGrain > TimeSpan.FromMinutes(1) || TimeSpan.FromMinutes(1).Ticks % Timings.MetricsGrain.Ticks != 0 || Timings.MetricsGrain.Ticks % TimeSpan.TicksPerSecond != 0)
            yield return $"The grain of metrics is {Timings.MetricsGrain}. Minutes could not be told from it. Use whole seconds that a minute is a multiple of, or 1 minute.";
        foreach (string name in Tools.Keys.Where(name => ResourceNames.RefuseDotted("a tool", name) is not null))
            yield return $"'{name}' is no name of a tool. No file can be called so. Use letters, digits, '.', '_' and '-'.";
        foreach (var (name, value) in ((string, string)[])[("subscription", SubscriptionId), ("resource group", ResourceGroup), ("workspace", Workspace)])
            if (ResourceNames.RefuseDotted(name, value) is not null) yield return $"'{value}' is no name of a {name}. Addresses would be wrong. Use letters, digits, '.', '_' and '-'.";
    }
}

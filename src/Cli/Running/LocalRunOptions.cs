using Homeostat.AzureML;
using Homeostat.Dashboard;
using Homeostat.Emulator;
using Homeostat.LocalHost;

namespace Homeostat.Cli;

/// <summary>What runs on this machine, and where.</summary>
/// <param name="Folder">Holds everything: what people drop, what the loop keeps, the key, and what the emulator keeps.</param>
internal sealed record LocalRunOptions(string Folder)
{
    /// <summary>The clock of the loop, the API and the emulator's dates. May run faster than the world.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What deadlines of calls and the emulator's durations are measured with. Default: the world's clock.</summary>
    internal TimeProvider Durations { get; init; } = TimeProvider.System;

    /// <summary>Where API and page listen.</summary>
    internal WebOptions Web { get; init; } = new();

    /// <summary>The workspace; null: an emulator is started and used.</summary>
    internal AzureMLOptions? AzureML { get; init; }

    /// <summary>Where the emulator listens; 0: any port that is free.</summary>
    internal int EmulatorPort { get; init; }

    /// <summary>What the emulator's deployments run.</summary>
    internal string ServeCommand { get; init; } = OwnCommand.Serve;

    /// <summary>How long things take at the emulator.</summary>
    internal EmulatorTimings Timings { get; init; } = new();

    /// <summary>Where the emulator's chance starts.</summary>
    internal int Seed { get; init; } = 1;

    /// <summary>A last word on the loop's options.</summary>
    internal Func<LocalLoopOptions, LocalLoopOptions> Loop { get; init; } = options => options;

    /// <summary>A last word on the API's options: the page, for instance.</summary>
    internal Func<ApiOptions, ApiOptions> Api { get; init; } = options => options;
}

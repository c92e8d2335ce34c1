using Homeostat.AzureML;
using Homeostat.LocalHost;

namespace Homeostat.Cli;

/// <summary>What <c>homeostat run</c> was asked to do.</summary>
/// <param name="Folder">The folder of the host.</param>
/// <param name="Web">Where API and page listen.</param>
internal sealed record RunRequest(string Folder, WebOptions Web)
{
    /// <summary>Where the emulator listens; 0: any port that is free.</summary>
    internal int EmulatorPort { get; init; }

    /// <summary>What the emulator's deployments run; null: this program.</summary>
    internal string? Serve { get; init; }

    /// <summary>A workspace in the cloud; null: the emulator.</summary>
    internal AzureMLOptions? Workspace { get; init; }

    internal LocalRunOptions Options() => new(Folder)
    {
        Web = Web,
        EmulatorPort = EmulatorPort,
        ServeCommand = Serve ?? OwnCommand.Serve,
        AzureML = Workspace,
    };
}

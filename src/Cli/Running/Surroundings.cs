using Homeostat.AzureML;
using Homeostat.Batches;
using Homeostat.Emulator;
using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>What keeps a host from starting, in words and with the exit code of its kind.</summary>
internal static class Surroundings
{
    // No endpoint has this name; asking for it shows whether the workspace answers, and whether it lets us read.
    private const string Nobody = "homeostat-probe";

    /// <summary>Asks a workspace in the cloud something, so that a wrong name or an expired login shows now and not with the first batch.</summary>
    internal static async Task ReachAsync(LocalRun run, CancellationToken cancellation)
    {
        if (run.Emulator is null) await run.Workspace.Endpoints.GetAsync(Nobody, cancellation);
    }

    /// <summary>Null: it is a bug.</summary>
    internal static RefusedException? Refusal(Exception failed, string folder) => failed switch
    {
        EngineFolderException e => new RefusedException(ExitCode.BadInput, e.Code, e.Message, e),
        WebServerException e => new RefusedException(ExitCode.BadInput, e.Code, e.Message, e),
        EmulatorException e => new RefusedException(ExitCode.BadInput, null, e.Message, e),
        AzureMLException e => new RefusedException(ExitCode.BadInput, e.Code, e.Message, e),
        TransientException e => new RefusedException(ExitCode.Unreachable, null, e.Message, e),
        IOException or UnauthorizedAccessException => new RefusedException(ExitCode.BadInput, ErrorCodes.NoAccess,
            $"The folder '{folder}' cannot be used: {failed.Message.TrimEnd('.')}. Everything is kept there, so nothing was started. Make it writable, or name another with --state.", failed),
        _ => null,
    };
}

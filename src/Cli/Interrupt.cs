using System.Runtime.InteropServices;

namespace Homeostat.Cli;

/// <summary>Ctrl+C: the first asks to stop, so that temporary files go; the second ends the process as always.</summary>
internal static class Interrupt
{
    private static readonly CancellationTokenSource s_source = new();

    /// <summary>Kept: it listens as long as it is reachable.</summary>
    private static PosixSignalRegistration? s_registration;

    // The signal itself, not Console.CancelKeyPress: that sets up the whole terminal first, a tenth of a short run.
    internal static CancellationToken Token()
    {
        s_registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = !s_source.IsCancellationRequested;
            s_source.Cancel();
        });
        return s_source.Token;
    }
}

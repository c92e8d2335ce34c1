using System.Diagnostics;

namespace Homeostat.ModelRuntime;

/// <summary>Waits for another process to end: a server whose starter crashed is nobody's any more.</summary>
internal static class ParentWatch
{
    /// <summary>Ends when the process has ended, or is not there.</summary>
    internal static async Task EndAsync(int process, CancellationToken cancellation)
    {
        try
        {
            using var parent = Process.GetProcessById(process);
            await parent.WaitForExitAsync(cancellation);
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }
}

namespace Homeostat.Cli;

/// <summary>How a command ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Healthy, inconclusive, or done.</summary>
    internal const int Healthy = 0;

    /// <summary>Drift, or a failed gate.</summary>
    internal const int Drift = 1;

    /// <summary>Input that cannot be used, or a command line that cannot be read.</summary>
    internal const int BadInput = 2;

    /// <summary>The other side is unreachable.</summary>
    internal const int Unreachable = 3;

    /// <summary>A bug in this program.</summary>
    internal const int Bug = 70;

    /// <summary>Stopped by the user, as shells count it: 128 and the number of SIGINT.</summary>
    internal const int Stopped = 130;
}

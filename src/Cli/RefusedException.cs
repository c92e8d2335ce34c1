namespace Homeostat.Cli;

/// <summary>Something on the other side, or around this program, does not let a command be carried out.</summary>
/// <param name="exitCode">How the command ends.</param>
/// <param name="code">The stable code; null when the other side gave none.</param>
/// <param name="message">What happened, why it matters, what to do.</param>
/// <param name="inner">What it was told by.</param>
internal sealed class RefusedException(int exitCode, string? code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How the command ends.</summary>
    internal int ExitCode { get; } = exitCode;

    /// <summary>The stable code; null when there is none.</summary>
    internal string? Code { get; } = code;
}

namespace Homeostat.LocalHost;

/// <summary>The engine has stopped and takes nothing more; what it acknowledged is kept and goes on when it is opened again.</summary>
public sealed class EngineStoppedException : Exception
{
    private EngineStoppedException(string message, Exception? inner) : base($"{EngineErrors.EngineStopped}: {message}", inner)
    {
    }

    internal static EngineStoppedException Closed() =>
        new("The engine was closed. What was asked of it now is not kept. Open it again and ask again.", null);

    internal static EngineStoppedException Because(Exception reason, string folder) => reason switch
    {
        IOException or UnauthorizedAccessException => new(
            $"Writing to '{folder}' failed: {reason.Message} Nothing more is accepted, because it could not be kept; all that was "
                + "acknowledged is safe. Make room or repair the disk; a host that runs goes on by itself then, any other is started again.",
            reason),
        SimulatedCrashException => new($"The engine was stopped dead by a test: {reason.Message} Open it again.", reason),
        _ => new(
            $"The engine failed in a way that was not foreseen: {reason.Message} Nothing more is accepted; all that was acknowledged is "
                + "safe. Start again, and report this with the exception.",
            reason),
    };
}

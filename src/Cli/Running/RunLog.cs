using Microsoft.Extensions.Logging;

namespace Homeostat.Cli;

/// <summary>What the loop tells operators, as lines. That the loop started and stopped is said otherwise.</summary>
internal sealed class RunLog(RunLines lines) : ILogger
{
    private const int Started = 1, Stopped = 2, Found = 10;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel) || eventId.Id is Started or Stopped or Found) return;
        string text = formatter(state, exception);
        if (logLevel >= LogLevel.Error) lines.Error(lines.Now, text);
        else if (logLevel == LogLevel.Warning) lines.Warning(lines.Now, text);
        else lines.Information(lines.Now, text);
    }
}

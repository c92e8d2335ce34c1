using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Homeostat.Cli;

/// <summary>What operators would hear, in a file beside the story: for whoever wants to know why something went wrong.</summary>
/// <param name="path">The file.</param>
/// <param name="time">The clock.</param>
internal sealed class FileLog(string path, TimeProvider time) : ILogger
{
    private readonly Lock _lock = new();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        string line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():O} {logLevel} {formatter(state, exception)}{Environment.NewLine}");
        try
        {
            lock (_lock) File.AppendAllText(path, line);
        }
        catch (IOException)
        {
            // A log that cannot be written must not end what it tells of.
        }
    }
}

using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>Keeps what is logged, and lets a test wait for it.</summary>
internal sealed class RecordingLog : ILogger
{
    private readonly Lock _lock = new();
    private readonly List<(int Id, string Text)> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal List<string> Of(int id)
    {
        lock (_lock) return [.. _lines.Where(line => line.Id == id).Select(line => line.Text)];
    }

    /// <summary>Everything, for messages of failed tests.</summary>
    public override string ToString()
    {
        lock (_lock) return string.Join('\n', _lines.Select(line => line.Text));
    }

    /// <summary>The n-th line of a kind, as soon as there is one.</summary>
    internal async Task<string> NthAsync(int id, int n = 1)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                var found = Of(id);
                if (found.Count >= n) return found[n - 1];
                more = _more.Task;
            }
            // Not a timed assertion: only so that a test that would wait forever fails with what there is.
            if (await Task.WhenAny(more, Task.Delay(TimeSpan.FromMinutes(1))) != more) Assert.Fail($"Line {n} of {id} never came:\n{this}");
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            _lines.Add((eventId.Id, formatter(state, exception)));
            told = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        told.SetResult();
    }
}

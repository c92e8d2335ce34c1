namespace Homeostat.LocalHost;

/// <summary>
/// Runs an orchestrator's continuations one after the other on the engine's thread. A continuation that comes from another thread belongs to a
/// task that is not the context's: it is reported and not run.
/// </summary>
/// <param name="foreign">Called, on any thread, when that happens.</param>
internal sealed class ReplayScheduler(Action foreign) : SynchronizationContext
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Queue<(SendOrPostCallback Run, object? State)> _queue = new();
    private volatile bool _running;

    /// <summary>Whether the caller is code that this runs.</summary>
    public bool IsCurrent => _running && Environment.CurrentManagedThreadId == _thread && Current == this;

    /// <summary>Runs an action and all that continues from it.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        _running = true;
        try
        {
            action();
            while (_queue.TryDequeue(out var next)) next.Run(next.State);
        }
        finally
        {
            _running = false;
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_running && Environment.CurrentManagedThreadId == _thread) _queue.Enqueue((d, state));
        else foreign();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (_running && Environment.CurrentManagedThreadId == _thread) d(state);
        else foreign();
    }

    public override SynchronizationContext CreateCopy() => this;
}

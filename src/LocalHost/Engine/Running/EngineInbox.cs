namespace Homeostat.LocalHost;

/// <summary>Requests from any thread to the engine's thread.</summary>
internal sealed class EngineInbox
{
    private readonly object _lock = new();
    private Queue<Request> _requests = [];
    private Exception? _closed;

    public bool IsEmpty
    {
        get
        {
            lock (_lock) return _requests.Count == 0;
        }
    }

    /// <summary>Hands a request in; when the engine has stopped, the request is told so.</summary>
    public void Post(Request request)
    {
        Exception? closed;
        lock (_lock)
        {
            closed = _closed;
            if (closed is null)
            {
                _requests.Enqueue(request);
                Monitor.Pulse(_lock);
            }
        }
        if (closed is not null) request.Fail(closed);
    }

    /// <summary>Hands in something nobody waits for.</summary>
    public void Post(Action action) => Post(new Request(action, _ => { }));

    /// <summary>Takes all requests, or the first one; none when there are none, unless asked to wait.</summary>
    public Queue<Request> Take(bool onlyOne, bool wait)
    {
        lock (_lock)
        {
            while (wait && _requests.Count == 0) Monitor.Wait(_lock);
            if (onlyOne && _requests.Count > 0) return new Queue<Request>([_requests.Dequeue()]);
            var taken = _requests;
            _requests = [];
            return taken;
        }
    }

    /// <summary>Takes nothing more; what was handed in and not taken is told why.</summary>
    public void Close(Exception reason)
    {
        Queue<Request> left;
        lock (_lock)
        {
            _closed = reason;
            left = _requests;
            _requests = [];
        }
        foreach (var request in left) request.Fail(reason);
    }
}

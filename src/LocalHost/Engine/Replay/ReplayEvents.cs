namespace Homeostat.LocalHost;

/// <summary>Events from outside and those who wait for them: first come, first served, by name, upper or lower case alike.</summary>
internal sealed class ReplayEvents
{
    private readonly List<HistoryEvent> _unclaimed = [];
    private readonly List<IPendingTask> _waiting = [];

    /// <summary>Events nobody asked for yet, in order of arrival.</summary>
    public IReadOnlyList<HistoryEvent> Unclaimed => _unclaimed;

    /// <summary>Whether somebody waits.</summary>
    public bool AnyWaiting => _waiting.Count > 0;

    public void Raise(HistoryEvent raised)
    {
        var waiter = _waiting.Find(task => IsSame(task.Name, raised.Name!));
        if (waiter is null)
        {
            _unclaimed.Add(raised);
            return;
        }
        _waiting.Remove(waiter);
        waiter.Complete(raised.Payload);
    }

    public void Wait(IPendingTask task)
    {
        var found = _unclaimed.FindIndex(raised => IsSame(raised.Name!, task.Name));
        if (found < 0)
        {
            _waiting.Add(task);
            return;
        }
        var raised = _unclaimed[found];
        _unclaimed.RemoveAt(found);
        task.Complete(raised.Payload);
    }

    public void Drop(IPendingTask task) => _waiting.Remove(task);

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

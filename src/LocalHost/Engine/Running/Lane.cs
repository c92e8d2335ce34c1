namespace Homeostat.LocalHost;

/// <summary>Places for activities, and those that wait for one. Used by the engine's thread.</summary>
/// <param name="maximum">How many places.</param>
internal sealed class Lane(int maximum)
{
    private readonly Queue<ActivityJob> _waiting = [];

    /// <summary>How many places are taken.</summary>
    public int Running { get; private set; }

    /// <summary>Whether nothing runs or waits to run.</summary>
    public bool IsIdle => Running == 0 && _waiting.Count == 0;

    /// <summary>Takes a place, or waits for one: false.</summary>
    public bool Enter(ActivityJob job)
    {
        if (Running == maximum)
        {
            _waiting.Enqueue(job);
            return false;
        }
        Running++;
        return true;
    }

    /// <summary>Gives a place back.</summary>
    /// <returns>Who has it now; null when nobody waited.</returns>
    public ActivityJob? Leave()
    {
        if (_waiting.TryDequeue(out var next)) return next;
        Running--;
        return null;
    }
}

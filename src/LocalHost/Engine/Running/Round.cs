namespace Homeostat.LocalHost;

/// <summary>What is to be made durable together, and what follows from it.</summary>
internal sealed class Round
{
    private readonly List<(Action Do, Action<Exception> Fail)> _after = [];

    /// <summary>Instances with new lines.</summary>
    public HashSet<Instance> Touched { get; } = [];

    /// <summary>Files of runs that ended in another run.</summary>
    public List<HistoryFile> Replaced { get; } = [];

    /// <summary>Instances to forget.</summary>
    public List<Instance> Purged { get; } = [];

    /// <summary>New lines in words, for the probe.</summary>
    public List<string> Events { get; } = [];

    /// <summary>Whether there is nothing to make durable.</summary>
    public bool IsEmpty => Touched.Count == 0 && Purged.Count == 0;

    /// <summary>Does something after the commit.</summary>
    public void After(Action action) => _after.Add((action, _ => { }));

    /// <summary>Answers somebody after the commit, or tells them that it did not come to it.</summary>
    public void Answer(Action answer, Action<Exception> fail) => _after.Add((answer, fail));

    /// <summary>Changes of files, in no particular order: they are made durable together.</summary>
    public List<FileChange> Changes() =>
    [
        .. Purged.Select(instance => new FileChange(instance.Run, 0) { Deleted = true }),
        .. Touched.Select(instance => instance.Staged!),
    ];

    /// <summary>Does what follows, in order, and forgets it.</summary>
    public void Finish()
    {
        foreach (var (action, _) in _after) action();
        _after.Clear();
        Touched.Clear();
        Replaced.Clear();
        Purged.Clear();
        Events.Clear();
    }

    /// <summary>Tells those who wait for an answer.</summary>
    public void Fail(Exception reason)
    {
        foreach (var (_, fail) in _after) fail(reason);
        _after.Clear();
    }
}

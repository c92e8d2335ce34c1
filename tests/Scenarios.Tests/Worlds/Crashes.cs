using Homeostat.LocalHost;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Crashes the host after commits, as the weather says, and counts them.</summary>
internal sealed class Crashes(Weather weather) : IEngineProbe
{
    private int _commits;
    private int _crashes;
    private int _spared;

    /// <summary>Commits so far, over all starts.</summary>
    internal int Commits => Volatile.Read(ref _commits);

    /// <summary>Where the host crashed last.</summary>
    internal string? Last { get; private set; }

    /// <summary>The next commit is let through: a sender that never got an answer would never stop sending.</summary>
    internal void SpareNext() => Volatile.Write(ref _spared, 1);

    public void Committed(EngineCommit commit)
    {
        Interlocked.Increment(ref _commits);
        if (weather.EveryCommit ? Interlocked.Exchange(ref _spared, 0) == 1 : weather.Commits.ElementAtOrDefault(_crashes) != commit.Number) return;
        _crashes++;
        Last = commit.ToString();
        throw new SimulatedCrashException($"Crash asked for after {commit}.");
    }
}

using Homeostat.LocalHost;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Crashes the host after a commit, every one that is not spared.</summary>
internal sealed class CrashAfterCommit : IEngineProbe
{
    private int _spared;

    /// <summary>Crashes so far.</summary>
    internal int Crashes { get; private set; }

    /// <summary>The next commit is let through: a sender that never got an answer would never stop sending.</summary>
    internal void SpareNext() => Volatile.Write(ref _spared, 1);

    public void Committed(EngineCommit commit)
    {
        if (Interlocked.Exchange(ref _spared, 0) == 1) return;
        Crashes++;
        throw new SimulatedCrashException($"Crash asked for after {commit}.");
    }
}

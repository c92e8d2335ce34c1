namespace Homeostat.LocalHost;

/// <summary>For tests: crashes the engine after the n-th commit, and counts commits.</summary>
/// <param name="number">Which, 1 for the first; 0 for never.</param>
public sealed class CrashAfter(int number) : IEngineProbe
{
    private int _count;

    /// <summary>How many commits there were.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Where it crashed; null when it did not.</summary>
    public EngineCommit? Crashed { get; private set; }

    /// <inheritdoc/>
    public void Committed(EngineCommit commit)
    {
        if (Interlocked.Increment(ref _count) != number) return;
        Crashed = commit;
        throw new SimulatedCrashException($"Crash asked for after {commit}.");
    }
}

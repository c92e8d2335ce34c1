namespace Homeostat.LocalHost;

/// <summary>
/// For tests: hears of every commit after it is durable and before anything follows from it (no acknowledgement, no activity, no timer).
/// With a probe the engine commits every history event apart, except events that no crash may part: a sub-orchestration and its start, an end and
/// the parent's answer, an event sent and its arrival, the last lines of a run. So each state in which a crash can leave the folder comes up.
/// </summary>
public interface IEngineProbe
{
    /// <summary>Called on the engine's thread.</summary>
    /// <exception cref="SimulatedCrashException">The engine shall stop dead.</exception>
    void Committed(EngineCommit commit);
}

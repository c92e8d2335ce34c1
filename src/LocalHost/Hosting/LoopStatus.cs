namespace Homeostat.LocalHost;

/// <summary>Whether the loop on this machine runs.</summary>
public enum LoopStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It accepts nothing because it could not keep it, and goes on by itself when it can.</summary>
    Waiting,

    /// <summary>It was stopped, or failed.</summary>
    Stopped,
}

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>What the host has to live through while a story is told.</summary>
public enum Weather
{
    /// <summary>Nothing: the host runs through.</summary>
    Calm,

    /// <summary>The host crashes after every single commit of its history, and starts again.</summary>
    CrashAfterEveryCommit,

    /// <summary>The host crashes after every effect of an activity, before its result is kept: everything is done twice.</summary>
    EveryResultLost,
}

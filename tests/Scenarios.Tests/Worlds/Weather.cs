namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>What the host has to live through while a story is told.</summary>
internal sealed record Weather
{
    /// <summary>Nothing: the host runs through.</summary>
    internal static Weather Calm { get; } = new();

    /// <summary>The host crashes after every single commit of its history, and starts again: it never gets further than one event.</summary>
    internal static Weather CrashAfterEveryCommit { get; } = new() { EveryCommit = true };

    /// <summary>The host crashes after every effect of an activity, before its result is kept: everything is done twice.</summary>
    internal static Weather EveryResultLost { get; } = new() { EveryResult = true };

    internal bool EveryCommit { get; private init; }

    internal bool EveryResult { get; private init; }

    /// <summary>Of each start of the host, the commit after which it crashes; starts beyond them run through.</summary>
    internal IReadOnlyList<int> Commits { get; private init; } = [];

    /// <summary>The effect behind which the host crashes, counted over all starts; 0: none.</summary>
    internal int Effect { get; private init; }

    /// <summary>The write that finds the disk full, half done, counted over all starts; 0: none.</summary>
    internal int Write { get; private init; }

    /// <summary>Whether the host may stop at all.</summary>
    internal bool IsCalm => this == Calm;

    /// <summary>The host crashes after the n-th commit, starts again, and runs through; with more numbers it crashes again after so many more.</summary>
    internal static Weather CrashAfter(params int[] commits) => new() { Commits = commits };

    /// <summary>The host crashes when the n-th effect is done and its result is not kept.</summary>
    internal static Weather ResultLost(int effect) => new() { Effect = effect };

    /// <summary>The n-th write of the engine finds the disk full and leaves half a line; then somebody makes room and starts the host again.</summary>
    internal static Weather DiskFull(int write) => new() { Write = write };
}

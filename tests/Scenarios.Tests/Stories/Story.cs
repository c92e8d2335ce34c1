using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>A story: told once, run in every weather.</summary>
/// <param name="Name">Its subject and its course.</param>
/// <param name="Tell">The story, with what is expected of its end.</param>
internal sealed record Story(string Name, Func<World, Task> Tell)
{
    /// <summary>Whether there is nothing at the endpoint at first.</summary>
    internal bool Empty { get; init; }

    /// <summary>Whether batches and labels are files, counted and judged by the real activities; otherwise the store is in memory, and data are scripted.</summary>
    internal bool OnFiles { get; init; }

    /// <summary>Whether calls fail in it: waits between tries are drawn by run and place in it, and a crash makes a run more, so times differ by seconds.</summary>
    internal bool Jitters { get; init; }
}

namespace Homeostat.LocalHost;

/// <summary>The task of another instance that a sub-orchestration's end answers.</summary>
/// <param name="Instance">The other instance.</param>
/// <param name="Generation">Which of its runs: a later one does not hear of it.</param>
/// <param name="Task">The task.</param>
internal sealed record ParentLink(string Instance, int Generation, int Task);

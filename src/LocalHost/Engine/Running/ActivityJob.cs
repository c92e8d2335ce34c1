namespace Homeostat.LocalHost;

/// <summary>An activity to run.</summary>
/// <param name="Instance">Who asked for it.</param>
/// <param name="Generation">In which of its runs.</param>
/// <param name="Scheduled">What was asked for.</param>
internal sealed record ActivityJob(Instance Instance, int Generation, HistoryEvent Scheduled);

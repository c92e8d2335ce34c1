using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Which records are of which week, and which tell of an act.</summary>
internal static class Files
{
    private static readonly HashSet<string> s_acts =
    [
        JournalKinds.BatchQuarantined, JournalKinds.RetrainDecided, JournalKinds.JobSubmitted, JournalKinds.TrafficShifted, JournalKinds.RolledBack, JournalKinds.Escalated,
        JournalKinds.Trouble, JournalKinds.BreakerOpened, JournalKinds.ForeignEdit, JournalKinds.HealthJudged,
    ];

    /// <summary>Whether a record is about the batch or the labels of a week.</summary>
    internal static bool IsOf(SeenRecord seen, PlayedWeek week) =>
        seen.Record.Id.StartsWith($"batch/{week.Name}-", StringComparison.Ordinal) || seen.Record.Id.StartsWith($"labels/{week.Name}-", StringComparison.Ordinal);

    /// <summary>Whether it tells that the loop did something, or found itself in trouble.</summary>
    internal static bool IsAct(string kind) => s_acts.Contains(kind);
}

namespace Homeostat.Loop;

/// <summary>Decisions about data that are made from numbers in their evidence: labels, performance, causes, and files refused unread.</summary>
internal static class DataReplay
{
    /// <summary>What came of it; null when the record is none of these.</summary>
    internal static ReplayResult? Check(JournalRecord record) => record.Kind switch
    {
        JournalKinds.PerformanceJudged => Performance(record, record.Read<PerformanceRecord>()),
        JournalKinds.Triaged => Triaged(record, record.Read<TriagedRecord>()),
        JournalKinds.LabelsJoined => Labels(record),
        JournalKinds.BatchQuarantined when IsLabelFile(record) => Labels(record),
        JournalKinds.BatchQuarantined => Refused(record, record.Read<QualityRecord>()),
        _ => null,
    };

    private static ReplayResult Performance(JournalRecord record, PerformanceRecord it) => ReplayResult.Of(record, it.Verdict, it.Replay());

    private static ReplayResult Triaged(JournalRecord record, TriagedRecord it) => ReplayResult.Of(record, it, it.Replay());

    // A file that could not be read was not judged.
    private static ReplayResult Labels(JournalRecord record) =>
        record.Read<LabelFileEntry>().Verdict is { } verdict ? ReplayResult.Of(record, verdict, LabelPolicy.Judge(verdict.Counts, verdict.Options)) : ReplayResult.NotJudged;

    private static ReplayResult? Refused(JournalRecord record, QualityRecord it)
    {
        if (it.Quality is not null) return null;
        return it.Intake is { } request ? ReplayResult.Of(record, it.Reason, IntakePolicy.Judge(request).Reason) : ReplayResult.NotJudged;
    }

    private static bool IsLabelFile(JournalRecord record) => record.Id.StartsWith("labels/", StringComparison.Ordinal);
}

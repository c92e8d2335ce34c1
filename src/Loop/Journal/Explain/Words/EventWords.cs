namespace Homeostat.Loop;

/// <summary>What a record was decided from, kind by kind.</summary>
internal static class EventWords
{
    /// <summary>The lines; none for a kind that has nothing beyond its sentence.</summary>
    /// <param name="record">The record.</param>
    /// <param name="columns">Of a judged batch what its counts give; null when they are not at hand.</param>
    internal static IReadOnlyList<string> Of(JournalRecord record, DriftVerdict? columns)
    {
        try
        {
            return [.. Lines(record, columns)];
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread) || unread is KeyNotFoundException)
        {
            return [$"Its evidence cannot be read by this version: {unread.Message} homeostat journal --json shows it as it is."];
        }
    }

    private static IEnumerable<string> Lines(JournalRecord record, DriftVerdict? columns) => record.Kind switch
    {
        JournalKinds.BatchQuarantined when record.Id.StartsWith("labels/", StringComparison.Ordinal) => DataWords.Of(record.Read<LabelFileEntry>()),
        JournalKinds.BatchAccepted or JournalKinds.BatchQuarantined => DataWords.Of(record.Read<QualityRecord>()),
        JournalKinds.LabelsJoined => DataWords.Of(record.Read<LabelFileEntry>()),
        JournalKinds.Judged => JudgedWords.Of(record.Read<JudgedRecord>(), columns),
        JournalKinds.Triaged => JudgedWords.Of(record.Read<TriagedRecord>()),
        JournalKinds.PerformanceJudged => JudgedWords.Of(record.Read<PerformanceRecord>()),
        JournalKinds.RetrainDecided => RetrainingWords.Of(record.Read<RetrainRecord>()),
        JournalKinds.JobSubmitted => RetrainingWords.Of(record.Read<TrainingJobRequest>()),
        JournalKinds.JobEnded => RetrainingWords.Of(record.Read<JobRecord>()),
        JournalKinds.GatesJudged => RetrainingWords.Of(record.Read<GatesRecord>()),
        JournalKinds.ChallengerRejected => RetrainingWords.Of(record.Read<RejectionRecord>()),
        _ => Others(record),
    };

    private static IEnumerable<string> Others(JournalRecord record) => record.Kind switch
    {
        JournalKinds.StepJudged => StepWords.Of(record.Read<StepRecord>()),
        JournalKinds.UndoPrepared => TrafficWords.Of(record.Read<UndoPlan>()),
        JournalKinds.TrafficShifted => TrafficWords.OfShift(record.Evidence),
        JournalKinds.ForeignEdit => TrafficWords.Of(record.Read<TrafficFinding>()),
        JournalKinds.RolledBack => [.. TrafficWords.Of(record.Read<RollbackRecord>()), .. TrafficWords.OfProbe(record.Evidence)],
        JournalKinds.RollbackRefused when record.Evidence.TryGetProperty("decision", out _) => TrafficWords.Of(record.Read<RollbackRecord>()),
        JournalKinds.ApprovalAsked => PeopleWords.Of(record.Read<ApprovalQuestion>()),
        JournalKinds.ApprovalAnswered => PeopleWords.OfAnswer(record.Evidence),
        JournalKinds.BreakerOpened or JournalKinds.Paused or JournalKinds.Resumed => PeopleWords.Of(record.Read<ControllerSignal>()),
        JournalKinds.Escalated => PeopleWords.OfEscalation(record.Evidence),
        JournalKinds.Trouble => PeopleWords.OfTrouble(record.Evidence),
        JournalKinds.PolicyChanged => PeopleWords.OfPolicy(record.Evidence),
        _ => [],
    };
}

namespace Homeostat.Loop;

/// <summary>Decisions of the controller, made again from their evidence.</summary>
internal static class ControlReplay
{
    /// <summary>What came of it; null when the record is none of the controller's judgements.</summary>
    internal static ReplayResult? Check(JournalRecord record) => record.Kind switch
    {
        JournalKinds.RetrainDecided => Again<RetrainRecord>(record, it => it.Decision, it => GovernorPolicy.Decide(it.Evidence)),
        JournalKinds.JobEnded => Again<JobRecord>(record, it => it.Decision, it => RetryPolicy.Judge(it.Job, it.Attempt, it.Options)),
        JournalKinds.GatesJudged => Again<GatesRecord>(record, it => it.Verdict, it => GatePolicy.Judge(it.Summary, it.Options)),
        JournalKinds.StepJudged => Again<StepRecord>(record, it => it.Verdict, Judge),
        JournalKinds.RolledBack => Again<RollbackRecord>(record, it => it.Decision, it => RollbackPolicy.Choose(it.Evidence, it.Options)),
        // Without an endpoint there was nothing to choose from.
        JournalKinds.RollbackRefused when record.Evidence.TryGetProperty("decision", out _) =>
            Again<RollbackRecord>(record, it => it.Decision, it => RollbackPolicy.Choose(it.Evidence, it.Options)),
        JournalKinds.ForeignEdit => Again<TrafficFinding>(record, it => it, it => TrafficCheck.Compare(it.Expected, it.Observed)),
        _ => null,
    };

    private static StepVerdict Judge(StepRecord it) =>
        it.Bake is { } bake ? BakePolicy.Judge(it.Observation, bake, it.Options) : StepPolicy.Judge(it.Observation, it.Options);

    private static ReplayResult Again<TRecord>(JournalRecord record, Func<TRecord, object> recorded, Func<TRecord, object> decide)
    {
        var evidence = record.Read<TRecord>();
        return ReplayResult.Of(record, recorded(evidence), decide(evidence));
    }
}

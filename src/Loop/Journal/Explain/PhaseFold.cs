using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>The phase after each record of the controller: what the table of phases and the records' own verdicts say.</summary>
internal static class PhaseFold
{
    /// <summary>Whether the controller wrote the record: only such a one moves it.</summary>
    internal static bool IsOfTheController(JournalRecord record) => record.Id.StartsWith("controller/", StringComparison.Ordinal);

    internal static Phase After(Phase phase, JournalRecord record)
    {
        try
        {
            return IsOfTheController(record) ? Moved(phase, record) : phase;
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread) || unread is KeyNotFoundException)
        {
            return phase; // the next record tells better
        }
    }

    private static Phase Moved(Phase phase, JournalRecord record) => record.Kind switch
    {
        JournalKinds.RetrainDecided => record.Read<RetrainRecord>().Decision.Action switch
        {
            RetrainAction.Start => Phase.Retraining,
            RetrainAction.NeedsApproval => Phase.AwaitingApproval,
            _ => phase,
        },
        JournalKinds.JobSubmitted => Phase.Retraining,
        JournalKinds.JobEnded => record.Read<JobRecord>().Decision.Verdict switch
        {
            Verdict.Pass => Phase.Evaluating,
            Verdict.Inconclusive => Phase.Retraining,
            _ => Phase.Steady,
        },
        JournalKinds.GatesJudged => record.Read<GatesRecord>().Verdict.Verdict == Verdict.Pass ? Phase.RollingOut : Phase.Steady,
        JournalKinds.ApprovalAsked => Phase.AwaitingApproval,
        JournalKinds.ApprovalAnswered => Answered(phase, record.Evidence),
        JournalKinds.StepJudged => Judged(record.Read<StepRecord>()),
        JournalKinds.TrafficShifted => phase == Phase.RollingOut && IsStep(record.Evidence) ? phase : Phase.RollingBack,
        // A rollback that a person asked for ends where somebody else moves traffic; one that goes on tells so with its next shift.
        JournalKinds.ForeignEdit when phase == Phase.RollingBack => Phase.Steady,
        JournalKinds.UndoPrepared => Phase.RollingOut,
        JournalKinds.Promoted => Phase.Baking,
        JournalKinds.BreakerOpened => Phase.RollingBack,
        JournalKinds.Trouble when phase is Phase.RollingOut or Phase.Baking => Phase.RollingBack,
        JournalKinds.Resumed when phase == Phase.Escalated => Phase.Steady,
        JournalKinds.Escalated => Phase.Escalated,
        JournalKinds.DatasetRefused or JournalKinds.RolledBack or JournalKinds.ChallengerRejected => Phase.Steady,
        _ => phase,
    };

    // An answer to a question that nobody asked has none in its evidence.
    private static Phase Answered(Phase phase, JsonElement answer)
    {
        if (!answer.TryGetProperty("question", out var question)) return phase;
        if (!answer.GetProperty("approved").GetBoolean()) return Phase.Steady;
        return question.Deserialize<ApprovalQuestion>(DurableJson.Options)!.About == ApprovalSubject.Cost ? Phase.Retraining : Phase.RollingOut;
    }

    private static Phase Judged(StepRecord it) => it.Verdict.Action == StepAction.TakeBack ? Phase.RollingBack : it.Bake is null ? Phase.RollingOut : Phase.Steady;

    private static bool IsStep(JsonElement shift) => shift.GetProperty("why").GetString()!.StartsWith("step ", StringComparison.Ordinal);
}

namespace Homeostat.Loop;

/// <summary>What comes next, and what a person may or must do.</summary>
internal static class NextWords
{
    internal static IEnumerable<string> Of(string model, JournalFold fold, IReadOnlyList<JournalRecord> records)
    {
        if (fold.Paused is not null && fold.Phase != Phase.RollingBack) return ["Nothing by itself, until somebody resumes the loop. A rollback is carried out all the same."];
        try
        {
            return Next(model, fold, Latest(fold.Phase, records));
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread))
        {
            return ["The record that would tell cannot be read by this version."];
        }
    }

    private static List<string> Next(string model, JournalFold fold, JournalRecord? latest) => fold.Phase switch
    {
        Phase.Steady => Steady(fold.Waiting?.Read<RetrainRecord>().Decision),
        Phase.AwaitingApproval when latest?.Read<ApprovalQuestion>() is { } question =>
            [$"Somebody approves or refuses {question.Id} until {DurationWords.Of(question.Deadline)}: homeostat approve {model} {question.Id}. No answer is a no."],
        Phase.Retraining => ["The job ends, is cancelled when it takes longer than the policy allows, or is tried again when it fails for passing reasons. Then the challenger is deployed without traffic."],
        Phase.Evaluating => ["When its deployment is ready, challenger and champion answer the same rows, and all gates are run. A deployment that is not ready after 45 minutes is given up."],
        Phase.RollingOut => RollingOut(latest),
        Phase.Baking => ["While it bakes, a breach or late labels that show a loss bring the old champion back. When the time is over, the old deployment is deleted and the model is steady."],
        Phase.RollingBack => ["Traffic is written, read back and proved with a scoring probe, five times at most; then a person is called."],
        Phase.Escalated => ["Nothing starts by itself. Look at what the reason names; then resume the loop, or roll back by hand."],
        _ => [],
    };

    private static List<string> Steady(RetrainDecision? waiting)
    {
        string next = "The next batch is judged when it comes.";
        if (waiting is null) return [next];
        return [waiting.Until is { } until ? $"The retraining that waits is asked for again at {DurationWords.Of(until)}." : "The retraining that waits is asked for again when more labels come.", next];
    }

    private static List<string> RollingOut(JournalRecord? shift)
    {
        string? why = shift is null ? null : PeopleWords.Text(shift.Evidence, "why");
        return [$"{(why is null ? "The step" : $"The rollout is at {why}. The step")} goes on when its requests and its time are enough and no rule fails; it is taken back at the first breach, or when its longest time is over without evidence."];
    }

    private static JournalRecord? Latest(Phase phase, IReadOnlyList<JournalRecord> records) => phase switch
    {
        Phase.AwaitingApproval => records.LastOrDefault(record => record.Kind == JournalKinds.ApprovalAsked),
        Phase.RollingOut => records.LastOrDefault(record => record.Kind == JournalKinds.TrafficShifted),
        _ => null,
    };
}

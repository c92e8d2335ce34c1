namespace Homeostat.Loop;

/// <summary>What a rollback without the controller journals, each record once however often it is run.</summary>
internal sealed class DirectRollbackJournal(IJournal journal, TimeProvider time, string model, string id)
{
    private const string Undo = "undo", Done = "done";

    /// <summary>The rollback as it was begun or done before; null when it was not.</summary>
    internal static async Task<DirectRollbackFound?> FindAsync(IJournal journal, DirectRollbackQuestion question, CancellationToken cancellation)
    {
        if (await journal.EvidenceAsync<RollbackRecord>(question.Model, IdOf(question.Id, Undo), cancellation) is not { } plan) return null;
        bool done = await journal.FindAsync(question.Model, IdOf(question.Id, Done), cancellation) is not null;
        return new DirectRollbackFound(RollbackPolicy.Settle(plan.Evidence, plan.Decision), done);
    }

    internal Task<RollbackRecord?> PlanAsync(CancellationToken cancellation) => journal.EvidenceAsync<RollbackRecord>(model, IdOf(id, Undo), cancellation);

    internal Task<JournalRecord?> DoneAsync(CancellationToken cancellation) => journal.FindAsync(model, IdOf(id, Done), cancellation);

    /// <summary>How to undo it, before anything is written. What was planned first stands.</summary>
    internal Task<RollbackRecord> PlanAsync(RollbackRecord plan, CancellationToken cancellation)
    {
        string before = TrafficSplit.Of(plan.Evidence.Endpoint).ToString();
        string summary = $"The controller did not answer, so traffic is rolled back directly. To undo it, traffic of {plan.Evidence.Endpoint.Name} goes back to {before}.";
        return journal.DecideAsync(Entry(Undo, JournalKinds.UndoPrepared, summary), plan, cancellation);
    }

    internal Task<JournalRecord> ShiftedAsync(RollbackRecord plan, TrafficSplit after, CancellationToken cancellation)
    {
        string endpoint = plan.Evidence.Endpoint.Name;
        var evidence = new { endpoint, before = TrafficSplit.Of(plan.Evidence.Endpoint), after, wanted = plan.Decision.Target, why = plan.Decision.Reason };
        return AppendAsync("shifted", JournalKinds.TrafficShifted, $"Traffic of {endpoint} is now {after}: {plan.Decision.Reason}", evidence, cancellation);
    }

    internal Task<JournalRecord> DoneAsync(RollbackRecord plan, ProbeResult probe, CancellationToken cancellation) => AppendAsync(
        Done, JournalKinds.RolledBack, $"Rolled back directly, for the controller did not answer ({plan.Evidence.Request.Reason}): {plan.Decision.Reason}",
        new { plan.Evidence, plan.Options, plan.Decision, probe }, cancellation);

    internal Task<JournalRecord> RefusedAsync(RollbackRecord plan, CancellationToken cancellation) =>
        AppendAsync("refused", JournalKinds.RollbackRefused, plan.Decision.Reason, plan, cancellation);

    internal Task<JournalRecord> TroubleAsync(string what, string reason, CancellationToken cancellation) =>
        AppendAsync(what, JournalKinds.Trouble, reason, new { reason }, cancellation);

    private Task<JournalRecord> AppendAsync(string what, string kind, string summary, object evidence, CancellationToken cancellation) =>
        journal.AppendAsync(Entry(what, kind, summary) with { Evidence = DurableJson.Write(evidence)!.Value }, cancellation);

    private JournalEntry Entry(string what, string kind, string summary) => new(model, time.GetUtcNow(), IdOf(id, what), kind, summary, default);

    private static string IdOf(string id, string what) => $"direct/{id}/{what}";
}

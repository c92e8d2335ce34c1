namespace Homeostat.Loop;

/// <summary>
/// A person's rollback when the controller does not answer: the same decision, written around it under the model's lease. How to undo it is journaled
/// first; then traffic is written, read back and proven with a scoring probe, and that is journaled. Run again with the same id, after a crash
/// anywhere, it goes on where it was. The controller adopts it when it is back.
/// </summary>
/// <param name="ports">The world.</param>
/// <param name="time">The clock.</param>
public sealed class DirectRollback(LoopPorts ports, TimeProvider time)
{
    private readonly ModelLeases _leases = new(ports.Store, time);

    /// <summary>How patient it is.</summary>
    public DirectRollbackOptions Options { get; init; } = new();

    /// <summary>Rolls back.</summary>
    /// <param name="model">The model.</param>
    /// <param name="signal">What was asked of the controller; its id makes this one rollback however often it is run.</param>
    /// <param name="last">The controller's state as it was last seen; null when it never was.</param>
    /// <param name="cancellation">Ends the waiting; what is written stays.</param>
    /// <exception cref="TransientException">Store or endpoint did not answer; nothing was lost, and it may be run again.</exception>
    public async Task<DirectRollbackResult> RunAsync(string model, ControllerSignal signal, ControllerState? last, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(signal);
        string id = signal.Id ?? throw new ArgumentException("The signal has no id. Run twice, the rollback would be done twice. Give it one.", nameof(signal));
        var journal = new DirectRollbackJournal(ports.Journal, time, model, id);
        if (await journal.DoneAsync(cancellation) is { } done) return new DirectRollbackResult(DirectRollbackEnd.Done, done.Summary) { Record = done.Sequence };
        var lease = await _leases.TakeAsync(model, new ModelLease(id, signal.By, time.GetUtcNow() + Options.LeaseTime), Options.LeaseWait, cancellation);
        if (lease.Owner != id) return Busy(lease);
        try
        {
            if (await PlanAsync(journal, model, signal, last, cancellation) is not { } plan) return Nothing(model);
            return plan.Decision.Action == RollbackAction.Refuse
                ? new DirectRollbackResult(DirectRollbackEnd.Refused, plan.Decision.Reason) { Record = (await journal.RefusedAsync(plan, cancellation)).Sequence }
                : await new DirectRollbackWrite(ports, time, Options, model, journal).RunAsync(id, plan, cancellation);
        }
        finally
        {
            await _leases.ReleaseAsync(model, id, CancellationToken.None);
        }
    }

    /// <summary>What was planned before a crash, or is planned now; null without policy or endpoint. A refusal is no plan and is not kept.</summary>
    private async Task<RollbackRecord?> PlanAsync(DirectRollbackJournal journal, string model, ControllerSignal signal, ControllerState? last, CancellationToken cancellation)
    {
        if (await journal.PlanAsync(cancellation) is { } before) return before;
        var policy = await new KnownPolicies(ports.Store).ReadAsync(model, cancellation);
        var endpoint = policy is null ? null : await ports.Endpoints.GetAsync(policy.Endpoint, cancellation);
        if (endpoint is null) return null;
        var evidence = new RollbackEvidence(RollbackRequest.Of(signal), endpoint, last?.Remediation?.Undo, last?.Champions ?? []);
        var plan = new RollbackRecord(evidence, policy!.Fallback, RollbackPolicy.Choose(evidence, policy.Fallback));
        return plan.Decision.Action == RollbackAction.Refuse ? plan : await journal.PlanAsync(plan, cancellation);
    }

    private static DirectRollbackResult Busy(ModelLease lease) => new(DirectRollbackEnd.Busy,
        $"{lease.By} is rolling back already and may be until {DurationWords.Of(lease.Until)}. Two at once would undo each other. Look at the journal; ask again when it is done, if it did not help.");

    private static DirectRollbackResult Nothing(string model) => new(DirectRollbackEnd.Refused,
        $"{model} has no policy or no endpoint. There is no traffic to roll back. Restore 'policies/{model}.json', or the endpoint that it names.");
}

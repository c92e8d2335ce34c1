using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Holds the champion's labelled answers of late against its baseline, and names the cause of a loss. Both decisions are journaled, once.</summary>
internal sealed class JudgePerformanceActivity(LoopPorts ports) : IActivity<PerformanceQuestion, BatchJudged>
{
    private readonly BreachLedgers _ledgers = new(ports.Store);

    public async Task<BatchJudged> RunAsync(PerformanceQuestion input, CancellationToken cancellation)
    {
        var policy = await new KnownPolicies(ports.Store).NeedAsync(input.Model, cancellation);
        if (await new References(ports).ReadAsync(policy, cancellation) is not { } reference)
            return new BatchJudged(Verdict.Error, "there is no champion whose answers could be judged");
        var record = await JudgeAsync(input, policy, reference, cancellation);
        if (record is { IsBaseline: true, Verdict.Window: { } baseline }) await KeepAsync(input.Model, reference, baseline, cancellation);
        if (record.Verdict.Verdict is not (Verdict.Pass or Verdict.Fail)) return new BatchJudged(record.Verdict.Verdict, record.Verdict.Reason);
        var triaged = await TriageAsync(input, policy, reference.State, record, cancellation);
        return new BatchJudged(record.Verdict.Verdict, record.Verdict.Reason) { Signal = triaged?.Signal(input.At) };
    }

    /// <summary>Keeps a first baseline, also for the day when a rollback makes this version champion again.</summary>
    private async Task KeepAsync(string model, Reference reference, LabelledWindow baseline, CancellationToken cancellation)
    {
        var json = new JsonBlobs(ports.Store);
        if (reference.State.Version is { } version) await json.AddAsync(StateNames.HoldoutOf(model, version), baseline, cancellation);
        await json.UpdateAsync<ModelState>(StateNames.ModelOf(model),
            state => state is { Baseline: null } && state.Reference == reference.Blob ? state with { Baseline = baseline } : null, cancellation);
    }

    private async Task<PerformanceRecord> JudgeAsync(PerformanceQuestion input, ModelPolicy policy, Reference reference, CancellationToken cancellation)
    {
        string id = $"{input.Id}/performance";
        if (await ports.Journal.EvidenceAsync<PerformanceRecord>(input.Model, id, cancellation) is { } before) return before;
        var options = policy.Judge.Performance;
        var schema = Roles.Of(reference.Fingerprint, policy.Schema);
        var rows = await new LabelledRows(ports.Store).OfLateAsync(policy, reference, schema, input.At, cancellation);
        var type = schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Label)?.Type ?? ColumnType.Categorical;
        var window = rows.Count == 0 ? null : LabelledWindows.Measure(rows, options, type);
        var verdict = PerformancePolicy.Judge(window, reference.State.Baseline, options);
        bool first = reference.State is { Baseline: null, PromotedAt: null } && window is { Value: not null } && window.Rows >= options.MinimumRows;
        string summary = first ? $"The first {Words.Count(window!.Rows)} labelled rows are the baseline from now on: the champion left none." : $"Performance: {verdict.Reason}.";
        var entry = new JournalEntry(input.Model, input.At, id, JournalKinds.PerformanceJudged, summary, default);
        return await ports.Journal.DecideAsync(entry, new PerformanceRecord(input.Id, verdict) { IsBaseline = first }, cancellation);
    }

    private async Task<TriagedRecord?> TriageAsync(PerformanceQuestion input, ModelPolicy policy, ModelState champion, PerformanceRecord record, CancellationToken cancellation)
    {
        // An interval wholly beyond the margin is sure enough by itself; only the cooldown is the breach rule's.
        var once = policy.Judge with { BreachesNeeded = 1, BreachesAmong = 1 };
        string id = $"{input.Id}/performance";
        var note = new PerformanceNote(record.Verdict.Verdict, record.Verdict.Reason, input.At);
        var ledger = await _ledgers.UpdateAsync(input.Model, champion, before =>
            (before with { Performance = note }).Update(id, BreachSignal.Performance, new BreachSample(id, record.Verdict.Verdict), once, input.At), cancellation);
        var outcome = ledger.Find(id, BreachSignal.Performance)!;
        if (!outcome.Verdict.IsConfirmed) return null;
        var evidence = new TriageEvidence
        {
            Drift = ledger.Drift,
            IsConfirmed = true,
            Performance = record.Verdict.Verdict,
            PerformanceReason = record.Verdict.Reason,
            SincePromotion = champion.SincePromotion(input.At),
        };
        var triage = TriagePolicy.Judge(evidence, policy.Triage);
        var triaged = new TriagedRecord(id, once, triage) { Breaches = [outcome], Cause = TriagedRecord.CauseOf(triage), Escalates = triage.Action == RecommendedAction.Escalate };
        var entry = new JournalEntry(input.Model, input.At, $"{id}/triaged", JournalKinds.Triaged, $"{triage.Reason}.", default);
        return await ports.Journal.DecideAsync(entry, triaged, cancellation);
    }
}

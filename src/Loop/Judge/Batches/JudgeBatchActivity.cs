namespace Homeostat.Loop;

/// <summary>Judges a counted batch and its windows, remembers breaches, and names the cause. Both decisions are journaled, once; a page tells people the same.</summary>
internal sealed class JudgeBatchActivity(LoopPorts ports) : IActivity<BatchArrival, BatchJudged>
{
    private readonly KnownPolicies _policies = new(ports.Store);
    private readonly BatchCatalog _catalog = new(ports.Store);
    private readonly BreachLedgers _ledgers = new(ports.Store);
    private readonly BatchJudge _judge = new(ports.Store, new RecentFingerprints());

    public async Task<BatchJudged> RunAsync(BatchArrival input, CancellationToken cancellation)
    {
        var entries = await _catalog.ListAsync(input.Model, cancellation);
        var entry = entries.Find(e => e.Batch == input.Batch)
            ?? throw new InvalidOperationException($"Batch {input.Batch} of {input.Model} is not in the catalog. It was counted before, so somebody deleted it. Drop its file again.");
        var judged = await JudgeAsync(input, entry, entries, cancellation);
        await _catalog.UpdateAsync(input.Model, entry.Batch, e => e with { Drift = judged.Drift.Verdict }, cancellation);
        var triaged = await TriageAsync(input, entry, judged, cancellation);
        if (triaged.Triage.Cause == TriageCause.BrokenData)
        {
            entry = await _catalog.UpdateAsync(input.Model, entry.Batch, e => e with { Quarantined = $"{triaged.Triage.Reason}." }, cancellation);
            await new Quarantine(ports).PutAsync(input.Model, entry, input.ArrivedAt, cancellation);
        }
        await new BatchReports(ports, _judge).WriteAsync(input.Model, entry, judged, cancellation);
        return new BatchJudged(judged.Drift.Verdict, triaged.Triage.Reason) { Signal = triaged.Signal(input.ArrivedAt) };
    }

    private async Task<JudgedRecord> JudgeAsync(BatchArrival input, BatchEntry entry, List<BatchEntry> entries, CancellationToken cancellation)
    {
        string id = $"batch/{entry.Batch}/judged";
        if (await ports.Journal.EvidenceAsync<JudgedRecord>(input.Model, id, cancellation) is { } before) return before;
        var policy = await _policies.NeedAsync(input.Model, cancellation);
        var judged = await _judge.JudgeAsync(entry, entries, policy.Judge, cancellation);
        string windows = string.Concat(judged.Windows.Where(window => window.Verdict is Verdict.Fail or Verdict.Inconclusive).Select(window => $" {Say.Sentences(window.Reason)}."));
        var record = new JournalEntry(input.Model, input.ArrivedAt, id, JournalKinds.Judged, $"Batch {entry.Batch}: {judged.Drift.Reason}.{windows}", default);
        return await ports.Journal.DecideAsync(record, judged, cancellation);
    }

    private async Task<TriagedRecord> TriageAsync(BatchArrival input, BatchEntry entry, JudgedRecord judged, CancellationToken cancellation)
    {
        string id = $"batch/{entry.Batch}", journalId = $"{id}/triaged";
        if (await ports.Journal.EvidenceAsync<TriagedRecord>(input.Model, journalId, cancellation) is { } before) return before;
        var champion = await new References(ports).StateAsync(input.Model, cancellation);
        var ledger = await _ledgers.ReadAsync(input.Model, champion, cancellation);
        var evidence = BatchTriage.Evidence(entry, judged, champion, ledger.Performance);
        var options = (await _policies.NeedAsync(input.Model, cancellation)).Triage;
        var ifConfirmed = BatchTriage.IfConfirmed(evidence, options);
        var record = new TriagedRecord(id, judged.Options, ifConfirmed);
        // Broken data are no drift, and what was counted against a champion of before says nothing about this one.
        if (ifConfirmed.Cause != TriageCause.BrokenData && entry.Reference?.Hash == champion.Reference?.Hash && entry.IsOf(champion))
            record = await CountAsync(input, champion, record, judged, cancellation);
        // Nothing drifted: there is no cause to name.
        if (judged.Decisive is { DriftedFeatures.IsEmpty: true, DriftedPredictions.IsEmpty: true }) return record;
        var journaled = new JournalEntry(input.Model, input.ArrivedAt, journalId, JournalKinds.Triaged, $"Batch {entry.Batch}: {record.Triage.Reason}.", default);
        return await ports.Journal.DecideAsync(journaled, record, cancellation);
    }

    private async Task<TriagedRecord> CountAsync(BatchArrival input, ModelState champion, TriagedRecord record, JudgedRecord judged, CancellationToken cancellation)
    {
        var (drift, predictions) = (BatchTriage.Drift(judged, record.Triage), BatchTriage.Predictions(judged, record.Triage));
        var ledger = await _ledgers.UpdateAsync(input.Model, champion, before => (before with { Drift = judged.Decisive })
            .Update(record.Id, BreachSignal.Drift, drift, judged.Options, judged.At)
            .Update(record.Id, BreachSignal.Predictions, predictions, judged.Options, judged.At), cancellation);
        BreachOutcome driftNow = ledger.Find(record.Id, BreachSignal.Drift)!, predictionsNow = ledger.Find(record.Id, BreachSignal.Predictions)!;
        var triage = BatchTriage.Judge(record.Triage.Evidence with { Performance = ledger.Performance?.Verdict }, driftNow.Verdict, predictionsNow.Verdict, record.Triage.Options);
        bool confirmed = driftNow.Verdict.IsConfirmed || predictionsNow.Verdict.IsConfirmed;
        return record with { Triage = triage, Breaches = [driftNow, predictionsNow], Cause = confirmed ? TriagedRecord.CauseOf(triage) : null, Escalates = confirmed && triage.Action == RecommendedAction.Escalate };
    }
}

namespace Homeostat.Loop;

/// <summary>Tells when batches stay away, or come in another size: silence is no sign of health.</summary>
internal sealed class HealthWatch(LoopPorts ports)
{
    private const string Scope = "health";

    internal async Task LookAsync(MonitorTurn turn, CancellationToken cancellation)
    {
        var arrivals = await new Arrivals(ports.Store).ReadAsync(turn.Policy.Model, cancellation);
        var verdict = HealthPolicy.Judge(arrivals, turn.Now, turn.Policy.Health);
        // Before the first batch nothing is known to stay away.
        if (verdict.Verdict == Verdict.Error) return;
        List<MonitorFinding> findings = [];
        if (verdict.Freshness == Verdict.Fail) findings.Add(new($"{Scope}/silence", Silence(turn, verdict), verdict) { JournalKind = JournalKinds.HealthJudged });
        if (verdict.Volume == Verdict.Fail) findings.Add(new($"{Scope}/volume", Volume(turn, verdict), verdict) { JournalKind = JournalKinds.HealthJudged });
        await Incidents.ReconcileAsync(turn, Scope, findings, _ => false, cancellation);
    }

    private static string Silence(MonitorTurn turn, HealthVerdict verdict) =>
        $"No batch of {turn.Policy.Model} has come for {DurationWords.Of(verdict.Silence!.Value)}; {DurationWords.Of(verdict.MaximumSilence!.Value)} may pass. "
        + "Nothing is judged without data, so the model may be wrong unseen. Look at what writes its batches, or at the endpoint's data collector.";

    private static string Volume(MonitorTurn turn, HealthVerdict verdict) =>
        $"The latest batch of {turn.Policy.Model} has {Words.Count(verdict.Arrivals[^1].Rows)} rows, {Words.Number(verdict.VolumeRatio!.Value)} times the usual. "
        + "Rows may be lost or doubled on their way. Look at what writes its batches.";
}

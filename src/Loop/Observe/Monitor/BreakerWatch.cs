namespace Homeostat.Loop;

/// <summary>Opens the circuit breaker when whoever serves most fails too many requests of a minute. A challenger with less is the step judge's.</summary>
internal sealed class BreakerWatch(LoopPorts ports)
{
    private const string Scope = "breaker";

    // The platform tells a minute up to some minutes late.
    private const int MinutesBack = 3;

    internal async Task LookAsync(MonitorTurn turn, EndpointState endpoint, CancellationToken cancellation)
    {
        if (turn.Controller?.Phase == Phase.RollingBack) return;
        var served = endpoint.Traffic.Where(share => share.Value > 0).OrderByDescending(share => share.Value).ThenBy(share => share.Key, StringComparer.Ordinal);
        if (served.Select(share => share.Key).FirstOrDefault() is not { } serving) return;
        var verdict = BreakerPolicy.Judge(await LatestAsync(turn, serving, cancellation), turn.Policy.Fallback);
        string key = $"{Scope}/{serving}";
        MonitorFinding[] findings = verdict.Verdict == Verdict.Fail
            ? [new(key, $"{serving}: {verdict.Reason}", verdict) { JournalKind = null, Signal = SignalKind.BreakerOpened }]
            : [];
        await Incidents.ReconcileAsync(turn, Scope, findings, known => known == key && verdict.Verdict == Verdict.Inconclusive, cancellation);
    }

    private async Task<DeploymentMetrics?> LatestAsync(MonitorTurn turn, string deployment, CancellationToken cancellation)
    {
        var minute = TimeSpan.FromMinutes(1);
        var end = new DateTimeOffset(turn.Now.UtcTicks - turn.Now.UtcTicks % minute.Ticks, TimeSpan.Zero);
        for (int back = 0; back < MinutesBack; back++, end -= minute)
            if (await ports.Metrics.GetAsync(turn.Policy.Endpoint, deployment, end - minute, end, cancellation) is { Requests: > 0 } answered) return answered;
        return null;
    }
}

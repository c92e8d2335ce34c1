namespace Homeostat.Loop;

/// <summary>Tells what is wrong once, not at every tick: entered first, then journaled and signaled under the entry's id, then ticked off.</summary>
internal static class Incidents
{
    /// <summary>Holds what a watch found against what it found before: begins what is new, ends what is over.</summary>
    /// <param name="turn">The tick.</param>
    /// <param name="scope">The watch: the first part of its keys.</param>
    /// <param name="findings">All that is wrong now.</param>
    /// <param name="stays">Whether a key that was not found may still be wrong: nothing could be seen.</param>
    /// <param name="cancellation">Ends the telling.</param>
    internal static async Task ReconcileAsync(
        MonitorTurn turn, string scope, IReadOnlyCollection<MonitorFinding> findings, Func<string, bool> stays, CancellationToken cancellation)
    {
        foreach (var finding in findings) await BeginAsync(turn, finding, cancellation);
        var over = turn.State.Incidents.Values.Where(incident => incident.Key.StartsWith(scope + "/", StringComparison.Ordinal))
            .Where(incident => !stays(incident.Key) && findings.All(finding => finding.Key != incident.Key)).ToList();
        foreach (var incident in over) await EndAsync(turn, incident, cancellation);
    }

    private static async Task BeginAsync(MonitorTurn turn, MonitorFinding finding, CancellationToken cancellation)
    {
        if (turn.State.Incidents.GetValueOrDefault(finding.Key) is not { } incident)
        {
            var begun = new Incident(finding.Key, turn.Now, finding.Reason);
            var state = await turn.UpdateAsync(before => before.Incidents.ContainsKey(finding.Key) ? null : before with { Incidents = before.Incidents.Add(finding.Key, begun) }, cancellation);
            incident = state.Incidents[finding.Key];
        }
        if (incident.IsTold) return;
        if (finding.JournalKind is { } kind) await turn.JournalAsync(kind, incident.Id, incident.Reason, finding.Evidence, cancellation);
        if (finding.Signal is { } signal) await turn.SignalAsync(turn.Signal(signal, incident.Reason) with { Id = incident.Id, Target = finding.Key }, cancellation);
        await SetAsync(turn, incident, incident with { IsTold = true }, cancellation);
    }

    private static async Task EndAsync(MonitorTurn turn, Incident incident, CancellationToken cancellation)
    {
        string id = $"{incident.Id}/over", summary = $"Over: {incident.Reason}";
        await turn.JournalAsync(JournalKinds.IncidentOver, id, summary, incident, cancellation);
        // A controller that is not there has nothing on its board either.
        if (turn.Instance is { Status: OrchestrationStatus.Running or OrchestrationStatus.Pending })
            await turn.SignalAsync(turn.Signal(SignalKind.AlertOver, summary) with { Id = id, Target = incident.Key }, cancellation);
        await SetAsync(turn, incident, null, cancellation);
    }

    // Another host may have ended this one and begun the next: that one is not touched.
    private static Task<MonitorState> SetAsync(MonitorTurn turn, Incident incident, Incident? after, CancellationToken cancellation) => turn.UpdateAsync(before =>
        before.Incidents.GetValueOrDefault(incident.Key)?.Since != incident.Since ? null
        : before with { Incidents = after is null ? before.Incidents.Remove(incident.Key) : before.Incidents.SetItem(incident.Key, after) }, cancellation);
}

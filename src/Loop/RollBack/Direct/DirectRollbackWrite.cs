namespace Homeostat.Loop;

/// <summary>Carries a planned rollback out: write, read back, probe, journal.</summary>
internal sealed class DirectRollbackWrite(LoopPorts ports, TimeProvider time, DirectRollbackOptions options, string model, DirectRollbackJournal journal)
{
    internal async Task<DirectRollbackResult> RunAsync(string owner, RollbackRecord plan, CancellationToken cancellation)
    {
        var (endpoint, target) = (plan.Evidence.Endpoint.Name, plan.Decision.Target!);
        if (!await new ModelLeases(ports.Store, time).FenceAsync(model, owner, cancellation)) return Lost();
        var (read, why) = await WriteAsync(endpoint, target, cancellation);
        if (!target.Equals(read)) return await NotWrittenAsync($"Traffic of {endpoint} could not be brought to {target}: {why}", read, cancellation);
        if (plan.Decision.Action == RollbackAction.Shift) await journal.ShiftedAsync(plan, read, cancellation);
        var probe = plan.Decision.Deployment is { } name
            ? await ProbeAsync(new DeploymentName(model, endpoint, name), cancellation)
            : new ProbeResult(true, null, "nobody is asked, so nobody was probed");
        if (!probe.Succeeded) return await NotProvenAsync(plan, read, probe, cancellation);
        var done = await journal.DoneAsync(plan, probe, cancellation);
        return new DirectRollbackResult(DirectRollbackEnd.Done, done.Summary) { Traffic = read, Record = done.Sequence };
    }

    /// <summary>Writes until it reads as written; nothing is written that is there already. Gives what it reads in the end, or why it does not.</summary>
    private Task<(TrafficSplit? Read, string Why)> WriteAsync(string endpoint, TrafficSplit target, CancellationToken cancellation) => TryAsync<(TrafficSplit? Read, string Why)>(
        async () =>
        {
            if (await ports.Endpoints.GetAsync(endpoint, cancellation) is not { } now) return (null, "the endpoint is gone.");
            if (TrafficSplit.Of(now).Equals(target)) return (target, "");
            var read = TrafficSplit.Of(await ports.Endpoints.SetTrafficAsync(endpoint, target.Traffic, target.Mirror, cancellation));
            return (read, $"it was written and reads {read}.");
        },
        result => target.Equals(result.Read), e => (null, e.Message), cancellation);

    private Task<ProbeResult> ProbeAsync(DeploymentName name, CancellationToken cancellation) => TryAsync(
        () => new ProbeActivity(ports).RunAsync(name, cancellation),
        probe => probe.Succeeded, e => new ProbeResult(false, name.Deployment, e.Message), cancellation);

    private async Task<T> TryAsync<T>(Func<Task<T>> attempt, Func<T, bool> succeeded, Func<Exception, T> failed, CancellationToken cancellation)
    {
        var delay = options.FirstDelay;
        for (int tries = 1; ; tries++, delay *= 2)
        {
            bool mayPass = true;
            T result;
            try
            {
                result = await attempt();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                result = failed(e);
                mayPass = e is TransientException;
            }
            if (succeeded(result) || !mayPass || tries >= options.Tries) return result;
            await Task.Delay(delay, time, cancellation);
        }
    }

    private async Task<DirectRollbackResult> NotWrittenAsync(string what, TrafficSplit? read, CancellationToken cancellation)
    {
        string text = $"{what} Requests may still go where they should not. Ask again; if that does not help, set the traffic by hand.";
        return new DirectRollbackResult(DirectRollbackEnd.NotWritten, text) { Traffic = read, Record = (await journal.TroubleAsync("not-written", text, cancellation)).Sequence };
    }

    private async Task<DirectRollbackResult> NotProvenAsync(RollbackRecord plan, TrafficSplit read, ProbeResult probe, CancellationToken cancellation)
    {
        string text = $"Traffic of {plan.Evidence.Endpoint.Name} is now {read}, and the probe failed: {probe.Text}. Requests may fail there as well. Name another version or deployment to roll back to, or look at {plan.Decision.Deployment}.";
        return new DirectRollbackResult(DirectRollbackEnd.NotProven, text) { Traffic = read, Record = (await journal.TroubleAsync("not-proven", text, cancellation)).Sequence };
    }

    private static DirectRollbackResult Lost() => new(DirectRollbackEnd.Busy,
        "The lease ended before traffic was written, and somebody else may have it. Nothing was written, for two at once would undo each other. Ask again.");
}

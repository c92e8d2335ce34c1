using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// What a deployment answered: requests as the platform measures them, answers from its data collector, labels as they were joined to what was logged.
/// Where answers are not collected, only the platform's numbers are known.
/// </summary>
internal sealed class ReadWindowActivity(LoopPorts ports) : IActivity<WindowQuery, StepWindow>
{
    // Tallies of windows that ended longer ago are cleaned away.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(14);

    private readonly JsonBlobs _json = new(ports.Store);

    public async Task<StepWindow> RunAsync(WindowQuery input, CancellationToken cancellation)
    {
        var window = new StepWindow { Metrics = await ports.Metrics.GetAsync(input.Endpoint, input.Deployment, input.From, input.To, cancellation) };
        if (await new WindowYardstick(ports).ReadAsync(input, cancellation) is not { } yardstick) return window;
        var tally = await AdvanceAsync(input, input.Deployment, yardstick, cancellation);
        window = window with
        {
            Answers = tally.Answers,
            Labelled = tally.Labels.Values.Sum(labels => labels.Labelled),
            Wrong = tally.Labels.Values.Sum(labels => labels.Wrong),
        };
        if (input.PairedWith is not { } other || tally.Sample is not { } mine) return window;
        var theirs = await AdvanceAsync(input, other, yardstick, cancellation);
        var (paired, flips) = theirs.Sample is { } sample ? mine.Compare(sample) : (0, 0);
        return window with { Paired = paired, Flips = flips };
    }

    private async Task<WindowTally> AdvanceAsync(WindowQuery input, string deployment, Yardstick yardstick, CancellationToken cancellation)
    {
        var query = input with { Deployment = deployment };
        string name = StateNames.WindowOf(query.Model, deployment, query.From);
        var blob = await ports.Store.FindAsync(name, cancellation);
        if (blob is null) await CleanAsync(query, cancellation);
        var before = await _json.ReadAsync<WindowTally>(name, cancellation) ?? new WindowTally { Sample = query.PairedWith is null ? null : new AnswerSample() };
        var after = await new WindowAnswers(ports).AdvanceAsync(query, before, (yardstick.Groups, yardstick.Schema), cancellation);
        if (yardstick.KnowsWrong) after = await new WindowTruth(ports).AdvanceAsync(query, after, yardstick.Schema, yardstick.Tolerance, cancellation);
        // Who comes second has counted the same lines from the same place: its tally is as good, and the first one's stays.
        if (after != before) await ports.Store.WriteAsync(name, JsonBlobs.Bytes(after), blob is null ? WriteCondition.Absent : WriteCondition.Match(blob.ETag), cancellation);
        return after;
    }

    private async Task CleanAsync(WindowQuery query, CancellationToken cancellation)
    {
        await foreach (var blob in ports.Store.ListAsync(StateNames.WindowsOf(query.Model), cancellation))
            if (query.To - blob.ModifiedAt > _kept) await ports.Store.DeleteAsync(blob.Name, cancellation);
    }
}

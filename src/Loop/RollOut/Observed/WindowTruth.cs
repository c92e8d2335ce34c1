using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Counts a deployment's answers whose label has come, from the predictions that were logged with its batches.</summary>
internal sealed class WindowTruth(LoopPorts ports)
{
    private readonly JsonBlobs _json = new(ports.Store);
    private readonly LabelledRows _rows = new(ports.Store);

    /// <summary>The tally with the labels there are now; batches that are as they were are not read again.</summary>
    /// <param name="query">The window.</param>
    /// <param name="tally">The tally.</param>
    /// <param name="schema">Columns and roles.</param>
    /// <param name="tolerance">Errors of numbers up to here are no wrong answers; null: answers are classes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal async Task<WindowTally> AdvanceAsync(WindowQuery query, WindowTally tally, Schema schema, double? tolerance, CancellationToken cancellation)
    {
        var labels = tally.Labels;
        await foreach (var blob in ports.Store.ListAsync(StateNames.BatchesOf(query.Model), cancellation))
        {
            // An hour's entry is made after its rows, so one that is older than the window has nothing for it.
            if (blob.ModifiedAt < query.From || labels.GetValueOrDefault(blob.Name)?.Of == blob.ETag) continue;
            if (await _json.ReadAsync<BatchEntry>(blob.Name, cancellation) is not { } entry) continue;
            bool counts = entry.Deployment == query.Deployment && entry is { Quarantined: null, LabelledRows: > 0 } && entry.To >= query.From && entry.From < query.To;
            var counted = counts ? await CountAsync(query, entry, schema, tolerance, cancellation) : (0, 0);
            labels = labels.SetItem(blob.Name, new WindowLabels(blob.ETag, counted.Labelled, counted.Wrong));
        }
        return tally with { Labels = labels };
    }

    private async Task<(long Labelled, long Wrong)> CountAsync(WindowQuery query, BatchEntry entry, Schema schema, double? tolerance, CancellationToken cancellation)
    {
        long labelled = 0, wrong = 0;
        foreach (var row in await _rows.OfAsync(query.Model, entry, schema, cancellation))
        {
            if ((row.Prediction.Time ?? entry.From) is var at && (at < query.From || at >= query.To)) continue;
            if (IsWrong(row, tolerance) is not { } isWrong) continue;
            labelled++;
            if (isWrong) wrong++;
        }
        return (labelled, wrong);
    }

    private static bool? IsWrong(in LabelledRow row, double? tolerance)
    {
        if (tolerance is not { } most) return !LabelText.AreSame(row.Prediction.Prediction, row.Label);
        return LabelText.TryNumber(row.Prediction.Prediction, out double answer) && LabelText.TryNumber(row.Label, out double truth) ? Math.Abs(answer - truth) > most : null;
    }
}

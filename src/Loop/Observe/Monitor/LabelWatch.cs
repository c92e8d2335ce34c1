namespace Homeostat.Loop;

/// <summary>Ends the waiting of labels for whose rows no batch came in time, and tells how many those are.</summary>
internal sealed class LabelWatch(LoopPorts ports)
{
    private readonly EarlyLabels _early = new(ports.Store);

    internal async Task LookAsync(MonitorTurn turn, CancellationToken cancellation)
    {
        string model = turn.Policy.Model;
        foreach (var (file, at, entry) in await _early.FilesAsync(model, cancellation))
        {
            var until = entry is null ? at + turn.Policy.Labels.EarlyTime : entry.WaitUntil;
            if (until > turn.Now) continue;
            if (entry?.WaitUntil is not null) await TellAsync(turn, entry, cancellation);
            await _early.DropAsync(model, file, cancellation);
        }
    }

    private async Task TellAsync(MonitorTurn turn, LabelFileEntry entry, CancellationToken cancellation)
    {
        string model = turn.Policy.Model;
        if (await _early.ReadAsync(model, entry.File, entry.ArrivedAt, cancellation) is not { } table) return;
        var join = new LabelJoin(table);
        foreach (var batch in await new BatchCatalog(ports.Store).ListAsync(model, cancellation)) await ReadAsync(model, batch, join, cancellation);
        if (join.Counts.Unknown is not (> 0 and var unknown)) return;
        await turn.JournalAsync(JournalKinds.LabelsUnknown, $"labels/{entry.File}/unknown",
            $"{Words.Count(unknown)} of {Words.Count(join.Counts.Ids)} labels in '{entry.Blob}' are of rows that no batch had in {DurationWords.Of(turn.Policy.Labels.EarlyTime)}. Nothing is learned from them. "
            + "Check that both sides write the same id, and that all answers are logged.", new { entry.File, entry.Blob, join.Counts }, cancellation);
    }

    private async Task ReadAsync(string model, BatchEntry batch, LabelJoin join, CancellationToken cancellation)
    {
        if (!batch.HasPredictions) return;
        string name = StateNames.PredictionsOf(model, batch.Batch);
        await using var log = await ports.Store.OpenAsync(name, 0, cancellation);
        if (log is null) return;
        foreach (var row in join.Join(PredictionLog.Read(log, name))) _ = row;
    }
}

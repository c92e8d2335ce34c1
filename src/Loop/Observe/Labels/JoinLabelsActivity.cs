namespace Homeostat.Loop;

/// <summary>Joins a label file, and journals what came of it.</summary>
internal sealed class JoinLabelsActivity(LoopPorts ports) : IActivity<LabelArrival, LabelsJoined>
{
    private readonly JsonBlobs _json = new(ports.Store);

    public async Task<LabelsJoined> RunAsync(LabelArrival input, CancellationToken cancellation)
    {
        string name = StateNames.LabelFileOf(input.Model, input.File);
        var entry = await _json.ReadAsync<LabelFileEntry>(name, cancellation);
        if (entry is null)
        {
            if (await new LabelFileJoin(ports).JoinAsync(input, cancellation) is not { } joined)
                return new LabelsJoined(input.File, 0, $"'{input.Blob}' is gone or was replaced before it was read; what is there now is another file");
            entry = await _json.AddAsync(name, joined, cancellation);
        }
        string waiting = entry.WaitUntil is { } until ? $" {Words.Count(entry.Verdict!.Counts.Unknown)} labels wait until {DurationWords.Of(until)} for a batch with their rows." : "";
        string reason = entry.Quarantined ?? $"{entry.Verdict!.Reason.TrimEnd('.')}.{waiting}";
        await ports.Journal.AppendAsync(new JournalEntry(input.Model, input.ArrivedAt, $"labels/{input.File}/joined", JournalKinds.LabelsJoined,
            $"Labels '{input.Blob}': {reason}", DurableJson.Write(entry)!.Value), cancellation);
        if (entry.Quarantined is not null)
            await new Quarantine(ports).PutAsync(new QuarantinedFile(input.Model, input.File, input.Blob, input.ETag, reason), $"labels/{input.File}/quarantined", entry, input.ArrivedAt, cancellation);
        return new LabelsJoined(input.File, entry.NewLabels, reason);
    }
}

using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Tells in plain sentences, from the journal alone, where a model stands and why a decision was made. Reads only, so it may run beside a host; reads
/// a stretch of the journal around what it tells of, so it does not slow down as the journal grows.
/// </summary>
/// <param name="store">Where the journal and the counts behind it are.</param>
public sealed class JournalExplainer(IBlobStore store)
{
    private const int Before = 2000, After = 500;

    /// <summary>Where the model stands and why, its last incident, and what comes next; null when it has no journal.</summary>
    public async Task<Explanation?> StandingAsync(string model, CancellationToken cancellation)
    {
        var records = await LatestAsync(model, cancellation);
        return records.Count == 0 ? null : StandingWords.Of(model, records);
    }

    /// <summary>The incidents among the latest records, oldest first.</summary>
    public async Task<ImmutableArray<Incident>> IncidentsAsync(string model, CancellationToken cancellation) =>
        [.. JournalFold.Of(await LatestAsync(model, cancellation)).Incidents];

    /// <summary>Why a decision was made, what came before and what followed, and whether its evidence still gives the same.</summary>
    /// <param name="model">The model.</param>
    /// <param name="event">A sequence number, a record's id, an incident's id, a batch, the name of its file, or the id of an approval.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when there is no such event.</returns>
    public async Task<Explanation?> ExplainAsync(string model, string @event, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(@event);
        var reader = new JournalReader(store, model);
        if (await new EventFinder(reader).FindAsync(@event, cancellation) is not { } sequence) return null;
        var records = await ReadAsync(reader, sequence - Before, sequence + After, cancellation);
        if (records.Find(it => it.Sequence == sequence) is not { } record) return null;
        var relations = new Relations(records);
        if (@event.StartsWith("incident-", StringComparison.Ordinal) && relations.IncidentOf(record) is { } incident) return IncidentWords.Of(model, incident, records);
        var replay = await JournalReplay.CheckAsync(record, store, cancellation);
        return RecordWords.Of(model, new(record, await ColumnsAsync(record, cancellation), replay), relations);
    }

    private async Task<List<JournalRecord>> LatestAsync(string model, CancellationToken cancellation)
    {
        var reader = new JournalReader(store, model);
        return await ReadAsync(reader, await reader.CountAsync(cancellation) - Before, long.MaxValue, cancellation);
    }

    private static async Task<List<JournalRecord>> ReadAsync(JournalReader reader, long from, long to, CancellationToken cancellation)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in reader.ReadAsync(Math.Max(0, from), cancellation))
        {
            if (record.Sequence > to) break;
            records.Add(record);
        }
        return records;
    }

    /// <summary>What a judged batch looks like column by column; null when the record is another, or the counts are gone.</summary>
    private async Task<DriftVerdict?> ColumnsAsync(JournalRecord record, CancellationToken cancellation)
    {
        if (record.Kind != JournalKinds.Judged) return null;
        try
        {
            return (await new BatchJudge(store).ReportAsync(record.Read<JudgedRecord>(), cancellation)).Drift;
        }
        catch (Exception gone) when (ReplayResult.IsOfTheEvidence(gone))
        {
            return null;
        }
    }
}

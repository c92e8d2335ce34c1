namespace Homeostat.Loop;

/// <summary>When the latest batches arrived and how large they were, in one small blob: the catalog grows, and a look a minute must not.</summary>
internal sealed class Arrivals(IBlobStore store)
{
    private const int Kept = 40;

    private readonly JsonBlobs _json = new(store);

    internal async Task<IEnumerable<ArrivedRows>> ReadAsync(string model, CancellationToken cancellation) =>
        (await _json.ReadAsync<ArrivalNotes>(StateNames.ArrivalsOf(model), cancellation) ?? new ArrivalNotes()).Latest.Select(note => new ArrivedRows(note.At, note.Batches.Values.Sum()));

    /// <summary>Notes a batch, once. Deployments that share an hour's requests are one arrival: a canary's few rows are no loss of volume.</summary>
    internal Task NoteAsync(string model, BatchEntry entry, CancellationToken cancellation) =>
        _json.UpdateAsync<ArrivalNotes>(StateNames.ArrivalsOf(model), before => Add(before ?? new ArrivalNotes(), entry.Slot ?? entry.Batch, entry), cancellation);

    private static ArrivalNotes? Add(ArrivalNotes before, string slot, BatchEntry entry)
    {
        var known = before.Latest.FirstOrDefault(note => note.Slot == slot) ?? new ArrivalNote(slot, entry.ArrivedAt);
        if (known.Batches.ContainsKey(entry.Batch)) return null;
        var after = known with { Batches = known.Batches.Add(entry.Batch, entry.Rows) };
        return new ArrivalNotes { Latest = [.. before.Latest.RemoveAll(note => note.Slot == slot).Add(after).OrderBy(note => note.At).TakeLast(Kept)] };
    }
}

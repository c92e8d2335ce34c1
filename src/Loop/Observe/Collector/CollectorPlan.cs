using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Which hours of a data collector are due, and what to read of them. Collector files are append blobs: an hour is read once, when it has been over
/// for the grace period, each file from where it was left up to its last line feed. Lines that come later make a supplement.
/// </summary>
public static class CollectorPlan
{
    /// <summary>The hours that are due now, oldest first.</summary>
    /// <param name="listing">All blobs below the collector's root; others than its hourly files are passed over.</param>
    /// <param name="state">What was taken before.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="options">Grace and horizon.</param>
    public static ImmutableArray<CollectorBatch> Next(IEnumerable<BlobEntry> listing, CollectorState state, DateTimeOffset now, CollectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(options);
        var due = new List<(CollectorPath Path, BlobEntry Blob)>();
        foreach (var blob in listing)
            if (CollectorPath.TryParse(blob.Name, out var path) && IsDue(path, blob, state, now, options)) due.Add((path, blob));
        return [.. due.GroupBy(entry => (entry.Path.Hour, entry.Path.Endpoint, entry.Path.Deployment))
            .OrderBy(group => group.Key.Hour).ThenBy(group => group.Key.Endpoint, StringComparer.Ordinal).ThenBy(group => group.Key.Deployment, StringComparer.Ordinal)
            .Select(group => Batch([.. group], state))];
    }

    /// <summary>The state after a batch was stored.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="taken">For each of its parts, bytes up to behind the last line feed that was found; <see cref="CollectorPart.From"/> when there was none.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="options">Grace and horizon.</param>
    public static CollectorState Advance(CollectorState state, CollectorBatch batch, ImmutableArray<long> taken, DateTimeOffset now, CollectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(options);
        if (taken.Length != batch.Parts.Length)
            throw new ArgumentException($"There are {taken.Length} offsets for {batch.Parts.Length} parts. Lines would be taken twice or never. Pass one a part.", nameof(taken));
        var watermarks = state.Watermarks.ToBuilder();
        for (int i = 0; i < taken.Length; i++)
            watermarks[batch.Parts[i].Name] = new CollectorWatermark(batch.Parts[i].Name, taken[i], batch.Parts[i].ETag);
        var horizon = now - options.Horizon - TimeSpan.FromHours(1);
        watermarks.RemoveRange([.. watermarks.Keys.Where(name => !CollectorPath.TryParse(name, out var path) || path.Hour < horizon)]);
        var hours = watermarks.Keys.Select(name => CollectorPath.TryParse(name, out var path) ? CollectorBatch.FolderOf(path.Endpoint, path.Deployment, path.Hour) : "").ToHashSet();
        var closed = state.Closed.SetItem(batch.Folder, batch.Supplement + 1);
        return state with { Watermarks = watermarks.ToImmutable(), Closed = closed.RemoveRange(closed.Keys.Where(hour => !hours.Contains(hour))) };
    }

    /// <summary>How many of the bytes are whole lines: up to behind the last line feed.</summary>
    public static int WholeLines(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf((byte)'\n') + 1;

    private static bool IsDue(CollectorPath path, BlobEntry blob, CollectorState state, DateTimeOffset now, CollectorOptions options)
    {
        var end = path.Hour.AddHours(1);
        if (now - end < options.Grace || now - end > options.Horizon || blob.Length == 0) return false;
        var watermark = state.Watermarks.GetValueOrDefault(blob.Name);
        if (watermark is not null && (watermark.ETag == blob.ETag || watermark.Offset == blob.Length)) return false;
        // Late lines may come in drops: once the hour is closed, wait until the writer rests.
        bool closed = state.Closed.ContainsKey(CollectorBatch.FolderOf(path.Endpoint, path.Deployment, path.Hour));
        return !closed || now - blob.ModifiedAt >= options.Grace;
    }

    private static CollectorBatch Batch(List<(CollectorPath Path, BlobEntry Blob)> entries, CollectorState state)
    {
        var first = entries[0].Path;
        var parts = ImmutableArray.CreateBuilder<CollectorPart>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var (path, blob) in entries.OrderBy(entry => entry.Path.Collection, StringComparer.Ordinal).ThenBy(entry => entry.Blob.Name, StringComparer.Ordinal))
        {
            long from = state.Watermarks.GetValueOrDefault(blob.Name)?.Offset ?? 0;
            if (from > blob.Length)
            {
                notes.Add($"'{blob.Name}' is shorter than what was taken of it ({Words.Count(blob.Length)} of {Words.Count(from)} bytes): it was written anew and is read from its start, so rows may be counted twice.");
                from = 0;
            }
            parts.Add(new CollectorPart(blob.Name, path.Collection, from, blob.Length, blob.ETag));
        }
        return new CollectorBatch
        {
            Endpoint = first.Endpoint,
            Deployment = first.Deployment,
            Hour = first.Hour,
            Supplement = state.Closed.GetValueOrDefault(CollectorBatch.FolderOf(first.Endpoint, first.Deployment, first.Hour)),
            Parts = parts.ToImmutable(),
            Notes = notes.ToImmutable(),
        };
    }
}

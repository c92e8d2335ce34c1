using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Homeostat.Loop;

/// <summary>The files of a data collector in storage.</summary>
internal sealed class CollectorFiles(IBlobStore store)
{
    private const int TailBytes = 1 << 16;

    /// <summary>All files of an endpoint's inputs and answers.</summary>
    internal async Task<List<BlobEntry>> ListAsync(CollectorOptions options, string endpoint, CancellationToken cancellation)
    {
        string root = options.Root;
        List<BlobEntry> entries = [];
        await foreach (var blob in store.ListAsync(root.Length > 0 ? $"{root}/{endpoint}/" : $"{endpoint}/", cancellation))
            if (CollectorPath.TryParse(blob.Name, out var path) && CollectorNames.Of(options.Payloads).Contains(path.Collection)) entries.Add(blob);
        return entries;
    }

    /// <summary>The files of one folder's hours from one time to another, day by day.</summary>
    internal async IAsyncEnumerable<(CollectorPath Path, BlobEntry Blob)> ListAsync(
        string root, string folder, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var day = from.UtcDateTime.Date; day <= to.UtcDateTime; day = day.AddDays(1))
        {
            string prefix = string.Create(CultureInfo.InvariantCulture, $"{(root.Length > 0 ? root + "/" : "")}{folder}/{day:yyyy'/'MM'/'dd}/");
            await foreach (var blob in store.ListAsync(prefix, cancellation))
                if (CollectorPath.TryParse(blob.Name, out var path) && path.Hour.AddHours(1) > from && path.Hour <= to) yield return (path, blob);
        }
    }

    /// <summary>For each part, up to where it is whole lines: behind its last line feed, or where it starts.</summary>
    internal async Task<ImmutableArray<long>> WholeLinesAsync(ImmutableArray<CollectorPart> parts, CancellationToken cancellation)
    {
        var ends = ImmutableArray.CreateBuilder<long>(parts.Length);
        foreach (var part in parts) ends.Add(await WholeLinesAsync(part, cancellation));
        return ends.ToImmutable();
    }

    /// <summary>The lines of some parts, one after the other.</summary>
    internal Stream Open(ImmutableArray<CollectorPart> parts, CancellationToken cancellation) => new PartsStream(store, parts, cancellation);

    // From the end backwards, in growing steps: a line is short, a file is not.
    private async Task<long> WholeLinesAsync(CollectorPart part, CancellationToken cancellation)
    {
        long end = part.To;
        for (int size = TailBytes; end > part.From; size = Math.Min(2 * size, 1 << 24))
        {
            long start = Math.Max(part.From, end - size);
            byte[] tail = new byte[end - start];
            await using var stream = await store.OpenAsync(part.Name, start, cancellation);
            if (stream is null) return part.From;
            int read = await stream.ReadAtLeastAsync(tail, tail.Length, throwOnEndOfStream: false, cancellation);
            int lines = CollectorPlan.WholeLines(tail.AsSpan(0, read));
            if (lines > 0) return start + lines;
            end = start;
        }
        return part.From;
    }
}

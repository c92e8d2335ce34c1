namespace Homeostat.Loop;

/// <summary>The index of one month of a journal. It only saves reading: what it lacks is read from the journal, and what it says is checked there.</summary>
internal sealed class JournalIndex(IBlobStore store, string name)
{
    /// <summary>All blocks up to the first damaged one.</summary>
    internal async Task<List<IndexBlock>> ReadAsync(CancellationToken cancellation)
    {
        var blocks = new List<IndexBlock>();
        var bytes = (await store.ReadAsync(name, cancellation))?.Content ?? default;
        while (IndexBlock.From(bytes.Span) is { } block)
        {
            blocks.Add(block);
            bytes = bytes[IndexBlock.Size..];
        }
        return blocks;
    }

    /// <summary>The block with the record of a number within the month, or the last there is; null when that is damaged or there is none.</summary>
    internal async Task<IndexBlock?> BlockAsync(long record, CancellationToken cancellation)
    {
        long blocks = (await store.FindAsync(name, cancellation))?.Length / IndexBlock.Size ?? 0;
        return blocks == 0 ? null : await ReadAtAsync(Math.Min(record / IndexBlock.Capacity, blocks - 1), cancellation);
    }

    /// <summary>Adds a block behind so many others; what else is behind them, torn or of another journal, is cut off first.</summary>
    /// <returns>False when those others are not there.</returns>
    internal async Task<bool> AppendAsync(IndexBlock block, long before, CancellationToken cancellation)
    {
        long length = before * IndexBlock.Size;
        byte[] bytes = block.ToBytes();
        if (await store.AppendAsync(name, bytes, length, cancellation)) return true;
        if (await store.FindAsync(name, cancellation) is not { } entry || entry.Length < length) return false;
        // Another process that appends to this journal makes the very same blocks.
        if (await ReadAtAsync(before, cancellation) is { } there && there.First == block.First && there.End == block.End) return true;
        return await store.TruncateAsync(name, length, entry.ETag, cancellation) && await store.AppendAsync(name, bytes, length, cancellation);
    }

    private async Task<IndexBlock?> ReadAtAsync(long block, CancellationToken cancellation)
    {
        await using var stream = await store.OpenAsync(name, block * IndexBlock.Size, cancellation);
        if (stream is null) return null;
        byte[] bytes = new byte[IndexBlock.Size];
        int read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return IndexBlock.From(bytes.AsSpan(0, read));
    }
}

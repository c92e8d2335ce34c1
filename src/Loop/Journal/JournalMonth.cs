namespace Homeostat.Loop;

/// <summary>What a writer knows of one month of a journal.</summary>
internal sealed class JournalMonth(IBlobStore store, string model, string name)
{
    private readonly List<IndexEntry> _pending = []; // behind the index's last block
    private long _next; // sequence number of the first of them
    private bool _inOrder = true;

    internal string Name => name;

    internal string Blob { get; } = JournalNames.Blob(model, name);

    internal JournalIndex Index { get; } = new(store, JournalNames.Index(model, name));

    /// <summary>Blocks the index has.</summary>
    internal int Blocks { get; private set; }

    /// <summary>Where the next record starts.</summary>
    internal long Length { get; private set; }

    /// <summary>Counts what the index knows as read.</summary>
    internal void Skip(IndexBlock block)
    {
        Blocks++;
        _next = block.First + block.Entries.Count;
        Length = block.End;
    }

    /// <summary>Notes a line that was read or written; null for one that is no record.</summary>
    internal void Add(JournalRecord? record, ulong hash, long end)
    {
        if (record is not null && Blocks == 0 && _pending.Count == 0) _next = record.Sequence;
        // The index finds records by counting. Where a damaged journal has lost count, the index ends and readers go on line by line.
        _inOrder &= record is not null && record.Sequence == _next + _pending.Count;
        if (_inOrder) _pending.Add(new(hash, Length));
        Length = end;
    }

    /// <summary>The block the index is due; null when it is not.</summary>
    internal IndexBlock? DueBlock(bool closed)
    {
        int count = Math.Min(_pending.Count, IndexBlock.Capacity);
        if (count == 0 || (count < IndexBlock.Capacity && !(closed && _inOrder))) return null;
        long end = count < _pending.Count ? _pending[count].Offset : _inOrder ? Length : -1;
        return end < 0 ? null : new(_next, _pending.GetRange(0, count), end);
    }

    /// <summary>The index got the block it was due.</summary>
    internal void Indexed(IndexBlock block)
    {
        Blocks++;
        _next += block.Entries.Count;
        _pending.RemoveRange(0, block.Entries.Count);
    }
}

namespace Homeostat.Batches;

/// <summary>
/// Cuts files into chunks of whole rows for any number of workers. Reading and cutting happen under one lock and are a small part of
/// the work; where the cuts lie depends on the input alone, not on the workers.
/// </summary>
internal sealed class ChunkReader : IDisposable
{
    /// <summary>A longer row is refused: it is a missing newline or an unclosed quote, and memory must not grow with it.</summary>
    internal const int MaxRowBytes = 16 << 20;

    private readonly Lock _lock = new();
    private readonly IEnumerator<InputSlice> _slices;
    private readonly IRowEnds _rowEnds;
    private readonly int _chunkSize;
    private readonly CountOptions _options;
    private Stream? _stream;
    private byte[] _carry = [];
    private int _carried;
    private long _line;
    private volatile bool _stopped;

    internal ChunkReader(IEnumerable<InputSlice> slices, IRowEnds rowEnds, int chunkSize, CountOptions options)
    {
        _slices = slices.GetEnumerator();
        _rowEnds = rowEnds;
        _chunkSize = chunkSize;
        _options = options;
    }

    /// <summary>Fills the chunk with the next whole rows; false at the end of the input.</summary>
    internal bool TryFill(Chunk chunk)
    {
        lock (_lock)
        {
            while (true)
            {
                _options.Cancellation.ThrowIfCancellationRequested();
                if (_stopped || (_stream is null && !OpenNext())) return false;
                if (FillFromStream(chunk)) return true;
                CloseStream();
            }
        }
    }

    /// <summary>Ends the input early: another worker failed.</summary>
    internal void Stop() => _stopped = true;

    public void Dispose()
    {
        CloseStream();
        _slices.Dispose();
    }

    private bool OpenNext()
    {
        if (!_slices.MoveNext()) return false;
        var slice = _slices.Current;
        _stream = slice.Open(_options.Progress);
        _line = slice.FirstLine;
        _carried = 0;
        return true;
    }

    private void CloseStream()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private bool FillFromStream(Chunk chunk)
    {
        chunk.File = _slices.Current.File;
        chunk.FirstLine = _line;
        if (chunk.Capacity < _chunkSize) chunk.Grow(_chunkSize);
        _carry.AsSpan(0, _carried).CopyTo(chunk.Buffer.AsSpan(Chunk.Start));
        int filled = _carried;
        while (true)
        {
            int target = filled < _chunkSize ? _chunkSize : Math.Min(filled * 2, MaxRowBytes + _chunkSize);
            if (chunk.Capacity <= target) chunk.Grow(target + 1);
            filled += Read(chunk.Buffer.AsSpan(Chunk.Start + filled, target - filled));
            bool atEnd = filled < target;
            if (atEnd && filled == 0) return false;
            chunk.EndsOpen = atEnd && chunk.Buffer[Chunk.Start + filled - 1] != (byte)'\n';
            if (chunk.EndsOpen) chunk.Buffer[Chunk.Start + filled++] = (byte)'\n';
            var text = chunk.Buffer.AsSpan(Chunk.Start, filled);
            var end = _rowEnds.FindLast(text);
            if (atEnd && end.OpenQuote >= 0) throw InputErrors.UnclosedQuote(chunk, Chunk.Start + end.OpenQuote);
            if (end.Position > 0)
            {
                Finish(chunk, text, end.Position);
                return true;
            }
            if (filled > MaxRowBytes) throw InputErrors.RowTooLong(chunk, end.OpenQuote);
        }
    }

    private void Finish(Chunk chunk, ReadOnlySpan<byte> text, int end)
    {
        _carried = text.Length - end;
        if (_carry.Length < _carried) _carry = new byte[Math.Max(_carry.Length * 2, _carried)];
        text[end..].CopyTo(_carry);
        _line += text[..end].Count((byte)'\n');
        chunk.End = Chunk.Start + end;
        chunk.Buffer.AsSpan(chunk.End, Chunk.Padding).Clear();
    }

    private int Read(Span<byte> target)
    {
        int total = 0;
        while (total < target.Length)
        {
            int read = ReadOnce(target[total..]);
            if (read == 0) break;
            total += read;
        }
        return total;
    }

    private int ReadOnce(Span<byte> target)
    {
        try
        {
            return _stream!.Read(target);
        }
        catch (InvalidDataException e)
        {
            throw InputErrors.GzipDamaged(_slices.Current.File, e);
        }
        catch (IOException e)
        {
            throw InputErrors.NoAccess(_slices.Current.File.Name, e);
        }
    }
}

namespace Homeostat.Batches;

/// <summary>Fills the columns that come from the envelope instead of the rows.</summary>
internal sealed class CollectorRowIds
{
    private readonly int _width;
    private readonly int _rowId;
    private readonly int _time;
    private byte[] _scratch = new byte[128];

    internal CollectorRowIds(IReadOnlyDictionary<string, int> columns, int width)
    {
        _width = width;
        _rowId = columns.TryGetValue(CollectorTokenizer.RowIdColumn, out int rowId) ? rowId : -1;
        _time = columns.TryGetValue(CollectorTokenizer.TimeColumn, out int time) ? time : -1;
    }

    /// <summary>Fills the rows from the first one on; they all come from one line.</summary>
    internal void Fill(Chunk chunk, FieldTable fields, int firstRow, in CollectorEnvelope envelope)
    {
        if (_time >= 0)
            for (int row = firstRow; row < fields.Rows; row++) fields.Fields[row * _width + _time] = envelope.Time;
        if (_rowId < 0) return;
        int prefix = CopyPrefix(chunk, envelope.CorrelationId);
        for (int row = firstRow; row < fields.Rows; row++)
            fields.Fields[row * _width + _rowId] = prefix < 0 ? Field.Absent : Compose(chunk, prefix, row - firstRow);
    }

    private int CopyPrefix(Chunk chunk, Field correlationId)
    {
        int length = correlationId.Length;
        if (length < 0) return -1;
        if (length + 12 > _scratch.Length) Array.Resize(ref _scratch, 2 * length + 12);
        chunk.Buffer.AsSpan(correlationId.Start, length).CopyTo(_scratch);
        _scratch[length] = (byte)'_';
        return length + 1;
    }

    private Field Compose(Chunk chunk, int prefix, int index)
    {
        index.TryFormat(_scratch.AsSpan(prefix), out int digits);
        return new Field(chunk.Append(_scratch.AsSpan(0, prefix + digits)), prefix + digits);
    }
}

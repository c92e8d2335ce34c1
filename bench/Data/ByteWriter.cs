namespace Homeostat.Bench.Data;

/// <summary>A growing buffer of bytes.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => _length = 0;

    /// <summary>Appends one byte.</summary>
    public void Add(byte value)
    {
        if (_length == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[_length++] = value;
    }

    /// <summary>Appends bytes.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Free(value.Length));
        _length += value.Length;
    }

    /// <summary>Appends the column's text for a position.</summary>
    public void Add(Column column, ulong position) => _length += column.Write(Free(Column.LongestCell), position);

    private Span<byte> Free(int bytes)
    {
        while (_bytes.Length - _length < bytes)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        return _bytes.AsSpan(_length);
    }
}

namespace Homeostat.Batches;

/// <summary>The fields of one chunk, row after row: entry row * Width + column. Reused from chunk to chunk.</summary>
internal sealed class FieldTable(int width)
{
    private const int LinesKept = 3;
    private const int LeastRows = 64;

    private Field[] _fields = new Field[width];

    /// <summary>Fields a row.</summary>
    internal int Width { get; } = width;

    /// <summary>Rows in the table.</summary>
    internal int Rows { get; set; }

    /// <summary>Rows left out because they had more or fewer fields than <see cref="Width"/>; grows over all chunks.</summary>
    internal long RaggedRows { get; private set; }

    /// <summary>The first lines left out, at most three.</summary>
    internal List<long> RaggedLines { get; } = new(LinesKept);

    internal Field[] Fields => _fields;

    internal Field this[int row, int column] => _fields[row * Width + column];

    /// <summary>The fields with room for one row more; call before a row is written.</summary>
    internal Field[] EnsureRow()
    {
        if ((Rows + 1) * Width > _fields.Length) Array.Resize(ref _fields, Math.Max(LeastRows * Width, _fields.Length * 2));
        return _fields;
    }

    /// <summary>The fields with room for so many rows in all; what they held is lost.</summary>
    internal Field[] EnsureRows(int rows)
    {
        if (rows * Width > _fields.Length) _fields = new Field[rows * Width];
        return _fields;
    }

    internal void AddRagged(Chunk chunk, int rowStart)
    {
        RaggedRows++;
        if (RaggedLines.Count < LinesKept) RaggedLines.Add(chunk.LineOf(rowStart));
    }
}

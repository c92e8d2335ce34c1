namespace Homeostat.Batches;

/// <summary>Adds to the samples of a few columns that lie side by side, as <see cref="ColumnTile"/> counts them.</summary>
internal sealed class SampleTile
{
    private const int HeldAtMost = 512;

    private readonly NumberLanes<NumberValue> _numbers;
    private readonly (int Index, ColumnSample Column)[] _texts;

    private SampleTile(ColumnSample[] columns, int first)
    {
        var numbers = new List<NumberLane>();
        var texts = new List<(int, ColumnSample)>();
        for (int i = first; i < Math.Min(first + ColumnTile.Width, columns.Length); i++)
            if (columns[i].IsOfTexts) texts.Add((i, columns[i]));
            else numbers.Add(new NumberLane(i, columns[i]));
        _numbers = new([.. numbers], HeldAtMost);
        _texts = [.. texts];
    }

    /// <summary>Tiles of all columns, by what their first values showed.</summary>
    internal static SampleTile[] Of(ColumnSample[] columns)
    {
        var tiles = new SampleTile[(columns.Length + ColumnTile.Width - 1) / ColumnTile.Width];
        for (int i = 0; i < tiles.Length; i++) tiles[i] = new SampleTile(columns, i * ColumnTile.Width);
        return tiles;
    }

    /// <summary>Adds every row.</summary>
    internal void Add(Chunk chunk, FieldTable fields)
    {
        _numbers.Read(chunk, fields);
        _numbers.Flush();
        foreach (var (index, column) in _texts) column.Add(chunk, fields, index, rowStep: 1);
    }
}

namespace Homeostat.Batches;

/// <summary>Adds to the samples of a few columns that lie side by side, as <see cref="ColumnTile"/> counts them.</summary>
internal sealed class SampleTile
{
    private const int HeldAtMost = 512;

    private readonly ColumnSample[] _columns;
    private readonly NumberLanes<NumberValue> _numbers;
    private readonly List<int> _texts = [];

    private SampleTile(ColumnSample[] columns, int first)
    {
        _columns = columns;
        var numbers = new List<int>();
        for (int column = first; column < Math.Min(first + ColumnTile.Width, columns.Length); column++) (columns[column].IsOfTexts ? _texts : numbers).Add(column);
        _numbers = new(numbers, column => columns[column], HeldAtMost);
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
        foreach (int column in _texts) _columns[column].Add(chunk, fields, column, rowStep: 1);
    }
}

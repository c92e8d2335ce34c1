namespace Homeostat.Batches;

/// <summary>Counts the columns of chunk after chunk. Counters lie beside the fields' columns; a column nobody asks for has none.</summary>
internal sealed class CountWorker : IChunkWorker
{
    private readonly ColumnTile[] _tiles;

    internal CountWorker(ITokenizer tokenizer, ColumnCounter?[] counters)
    {
        Tokenizer = tokenizer;
        Counters = counters;
        Fields = new FieldTable(counters.Length);
        _tiles = new ColumnTile[(counters.Length + ColumnTile.Width - 1) / ColumnTile.Width];
        for (int i = 0; i < _tiles.Length; i++) _tiles[i] = new ColumnTile(counters, i * ColumnTile.Width);
    }

    internal ITokenizer Tokenizer { get; }

    internal ColumnCounter?[] Counters { get; }

    internal FieldTable Fields { get; }

    internal long Rows { get; private set; }

    public void Take(Chunk chunk)
    {
        Tokenizer.Tokenize(chunk, Fields);
        Rows += Fields.Rows;
        foreach (var tile in _tiles) tile.Count(chunk, Fields);
    }

    public void End()
    {
        foreach (var tile in _tiles) tile.End();
    }
}

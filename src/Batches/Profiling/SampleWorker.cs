namespace Homeostat.Batches;

/// <summary>Adds chunks to the samples of all columns; rows beyond what is kept are thinned out evenly.</summary>
internal sealed class SampleWorker(ITokenizer tokenizer, int width, MissingTokens missing, int rowStep, int expectedRows) : IChunkWorker
{
    private readonly FieldTable _fields = new(width);
    private SampleTile[] _tiles = [];

    internal ColumnSample[] Columns { get; } = MakeColumns(width, missing, expectedRows);

    internal ITokenizer Tokenizer => tokenizer;

    public void Take(Chunk chunk)
    {
        tokenizer.Tokenize(chunk, _fields);
        foreach (var tile in _tiles) tile.Add(chunk, _fields);
        if (_tiles.Length > 0) return;
        for (int column = 0; column < width; column++) Columns[column].Add(chunk, _fields, column, rowStep);
        // The first chunk has shown which columns are numbers.
        if (rowStep == 1) _tiles = SampleTile.Of(Columns);
    }

    private static ColumnSample[] MakeColumns(int width, MissingTokens missing, int expectedRows)
    {
        var columns = new ColumnSample[width];
        for (int i = 0; i < width; i++) columns[i] = new ColumnSample(missing, expectedRows);
        return columns;
    }
}

namespace Homeostat.Batches;

/// <summary>Counts the columns of chunk after chunk. Counters lie beside the fields' columns; a column nobody asks for has none.</summary>
internal sealed class CountWorker(ITokenizer tokenizer, ColumnCounter?[] counters) : IChunkWorker
{
    private readonly FieldTable _fields = new(counters.Length);

    internal ITokenizer Tokenizer => tokenizer;

    internal ColumnCounter?[] Counters => counters;

    internal FieldTable Fields => _fields;

    internal long Rows { get; private set; }

    public void Take(Chunk chunk)
    {
        tokenizer.Tokenize(chunk, _fields);
        Rows += _fields.Rows;
        for (int column = 0; column < counters.Length; column++)
            counters[column]?.Count(chunk, _fields, column);
    }
}

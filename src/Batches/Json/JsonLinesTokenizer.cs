namespace Homeostat.Batches;
internal sealed class JsonLinesTokenizer(IReadOnlyDictionary<string, int> columns, int width) : ITokenizer
{
    internal IReadOnlyList<string> UnknownColumns { get; } = [];
    public void Tokenize(Chunk chunk, FieldTable fields) => throw new NotSupportedException($"{columns} {width}");
}

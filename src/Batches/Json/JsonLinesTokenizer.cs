namespace Homeostat.Batches;

/// <summary>
/// One JSON object a line. Members of nested objects become columns with dotted names, arrays are taken as raw text, JSON null is a value
/// that is not there; a member named twice has its last value.
/// </summary>
internal sealed class JsonLinesTokenizer : ITokenizer
{
    private readonly JsonLine _line = new();
    private readonly JsonRowReader _rows;

    /// <summary>A tokenizer for the given columns.</summary>
    /// <param name="columns">The column number of each member path; without any, only <see cref="UnknownColumns"/> is found out.</param>
    /// <param name="width">Fields a row.</param>
    internal JsonLinesTokenizer(IReadOnlyDictionary<string, int> columns, int width) => _rows = new JsonRowReader(_line, columns, width);

    /// <summary>Member paths that are no column, in the order they were met first; at most <see cref="JsonPaths.MaxUnknown"/>.</summary>
    internal IReadOnlyList<string> UnknownColumns => _rows.Unknown;

    /// <inheritdoc/>
    public void Tokenize(Chunk chunk, FieldTable fields)
    {
        fields.Rows = 0;
        _line.Open(chunk);
        ref byte text = ref _line.Text();
        for (int position = _line.Start; position < _line.End;)
        {
            position = JsonScan.SkipSpace(ref text, position);
            byte first = JsonScan.At(ref text, position);
            if (first == (byte)'{') position = ReadRow(fields, position);
            else if (first != (byte)'\n') throw _line.NotAnObject(position);
            position = _line.Next(position);
        }
    }

    private int ReadRow(FieldTable fields, int brace)
    {
        int end = JsonScan.SkipSpace(ref _line.Text(), _rows.ReadObject(fields, brace, depth: 0));
        return _line.Buffer[end] == (byte)'\n' ? end : throw _line.Fault(end, "the end of the line");
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Homeostat.Batches;

/// <summary>
/// Reads the rows of a batch one after the other, in the order of its files, in memory that does not grow with them. Columns are found by name,
/// values are read by the same rules as when a batch is counted.
/// <code>
/// using var rows = new RowReader(input, ["id", "price"]);
/// while (rows.Read())
///     if (rows.TryGetNumber(1, out double price)) total += price;
/// </code>
/// </summary>
/// <remarks>One thread at a time. For counting, <see cref="BatchCounter"/> is many times faster: it goes down columns with all processors.</remarks>
public sealed class RowReader : IDisposable
{
    /// <summary>The column that collector files have beside their own: <c>{correlationid}_{index}</c>, the same for a request's inputs and outputs.</summary>
    public const string RowIdColumn = CollectorTokenizer.RowIdColumn;

    /// <summary>The column that collector files have beside their own: when the row was logged.</summary>
    public const string TimeColumn = CollectorTokenizer.TimeColumn;

    // Years 1 to 9999 in seconds since 1970: what a DateTimeOffset can say.
    private const double FirstSecond = -62_135_596_800, EndSecond = 253_402_300_800;

    private readonly ChunkReader _chunks;
    private readonly Chunk _chunk;
    private readonly ITokenizer _tokenizer;
    private readonly FieldTable _fields;
    private readonly MissingTokens _missing;
    private readonly int[] _places;
    private int _row = -1;

    /// <summary>A reader before the first row.</summary>
    /// <param name="input">The batch; it must live as long as the reader.</param>
    /// <param name="columns">Names of the columns wanted, each once; members of nested JSON objects have dotted names.</param>
    /// <param name="missingTokens">Texts that stand for no value; null: <see cref="Schema.DefaultMissingTokens"/>.</param>
    /// <param name="cancellation">Ends the reading between two chunks.</param>
    /// <exception cref="BadInputException">There is no text, or its format is not read.</exception>
    public RowReader(BatchInput input, ImmutableArray<string> columns, ImmutableArray<string>? missingTokens = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Length)
            throw new ArgumentException("A column is named twice. Its values could be given for one of the two only. Name each once.", nameof(columns));
        var text = new BatchText(input);
        var layout = text.Kind == FormatKind.Csv ? text.Header : columns;
        Columns = columns;
        _places = [.. columns.Select(name => layout.IndexOf(name, StringComparer.Ordinal))];
        _missing = new MissingTokens(missingTokens ?? Schema.DefaultMissingTokens);
        _tokenizer = Tokenizers.For(text, layout);
        _fields = new FieldTable(layout.Length);
        int size = ChunkSize.For(text.Format.RowBytes);
        _chunk = new Chunk(size);
        _chunks = new ChunkReader(text.AllRows(), text.RowEnds, size, new CountOptions { Cancellation = cancellation });
    }

    /// <summary>The columns wanted, in the order they were named: what an index stands for.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows of CSV left out so far because they had more or fewer fields than the header; whole once <see cref="Read"/> was false.</summary>
    public long RaggedRows => _fields.RaggedRows;

    /// <summary>The columns a batch has: the header of CSV, or what the first rows of JSON lines or collector files name.</summary>
    /// <exception cref="BadInputException">There is no text, or its format is not read.</exception>
    public static ImmutableArray<string> ColumnsOf(BatchInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = new BatchText(input);
        if (text.Kind == FormatKind.Csv) return text.Header;
        using var rows = new RowReader(input, []);
        rows.FillChunk();
        return [.. Tokenizers.UnknownColumns(rows._tokenizer)];
    }

    /// <summary>Whether the header of CSV names the column. JSON has no header: always true, and rows without the member have no value.</summary>
    public bool Has(int column) => _places[column] >= 0;

    /// <summary>Goes to the next row; false behind the last one.</summary>
    /// <exception cref="BadInputException">The text is not of its format; the message names file and line.</exception>
    public bool Read()
    {
        while (++_row >= _fields.Rows)
        {
            if (!FillChunk()) return false;
            _row = -1;
        }
        Rows++;
        return true;
    }

    /// <summary>Whether the row has no value in the column: an absent column or member, JSON null, or a text that stands for no value.</summary>
    public bool IsMissing(int column)
    {
        var field = FieldOf(column);
        return field.Length < 0 || _missing.Contains(_chunk.Buffer.AsSpan(field.Start, field.Length));
    }

    /// <summary>The text of the value, quotes and escapes taken off, arrays of JSON as they stand there; empty when there is none. Valid until the
    /// next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        var field = FieldOf(column);
        return field.Length <= 0 ? [] : _chunk.Buffer.AsSpan(field.Start, field.Length);
    }

    /// <summary>The text of the value; null when it is missing.</summary>
    public string? GetString(int column) => IsMissing(column) ? null : Encoding.UTF8.GetString(Utf8(column));

    /// <summary>The value as a number; false when it is missing or none.</summary>
    public bool TryGetNumber(int column, out double value)
    {
        value = 0;
        return !IsMissing(column) && default(NumberValue).TryParse(_chunk.Buffer, FieldOf(column), out value);
    }

    /// <summary>The value as an ISO 8601 time, read as UTC without an offset; false when it is missing or none.</summary>
    public bool TryGetTime(int column, out DateTimeOffset time)
    {
        time = default;
        if (IsMissing(column) || !TimestampParser.TryParse(Utf8(column), out double seconds)) return false;
        if (seconds is not (>= FirstSecond and < EndSecond)) return false;
        time = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>Closes the file being read.</summary>
    public void Dispose() => _chunks.Dispose();

    private Field FieldOf(int column)
    {
        if ((uint)_row >= (uint)_fields.Rows)
            throw new InvalidOperationException("There is no row: Read was not called, or was false. Values belong to a row. Read them after Read was true.");
        return _places[column] < 0 ? Field.Absent : _fields[_row, _places[column]];
    }

    private bool FillChunk()
    {
        if (!_chunks.TryFill(_chunk)) return false;
        ChunkCheck.Text(_chunk);
        _tokenizer.Tokenize(_chunk, _fields);
        return true;
    }
}

using System.Text;

namespace Homeostat.Batches;

/// <summary>
/// Lines of Azure Machine Learning's model data collector: an envelope a line, with any number of rows in <c>data</c> or in the file that
/// <c>dataref</c> names. The files are append blobs, so a last line that is cut is one still being written and is left for the next time.
/// </summary>
internal sealed class CollectorTokenizer : ITokenizer
{
    /// <summary>The column of row ids, <c>{correlationid}_{index}</c>: what joins a request's inputs and outputs.</summary>
    internal const string RowIdColumn = "$rowid";

    /// <summary>The column of event times.</summary>
    internal const string TimeColumn = "$time";

    private readonly JsonLine _line = new();
    private readonly JsonRowReader _rows;
    private readonly CollectorData _data;
    private readonly CollectorEnvelopeReader _envelopes;
    private readonly CollectorRowIds _rowIds;

    /// <summary>A tokenizer for the given columns.</summary>
    /// <param name="columns">The column number of each member path; <see cref="RowIdColumn"/> and <see cref="TimeColumn"/> are filled from the envelope.</param>
    /// <param name="width">Fields a row.</param>
    internal CollectorTokenizer(IReadOnlyDictionary<string, int> columns, int width)
    {
        _rows = new JsonRowReader(_line, columns, width);
        _data = new CollectorData(_line, _rows);
        _envelopes = new CollectorEnvelopeReader(_line, _data);
        _rowIds = new CollectorRowIds(columns, width);
    }

    /// <summary>Member paths that are no column, in the order they were met first; at most <see cref="JsonPaths.MaxUnknown"/>.</summary>
    internal IReadOnlyList<string> UnknownColumns => [.. _rows.Unknown.Where(name => name is not (RowIdColumn or TimeColumn))];

    /// <summary>Lines with neither rows nor a file of rows: binary or text payloads; grows over all chunks.</summary>
    internal long LinesWithoutData { get; private set; }

    /// <summary>Last lines that were cut and left out; grows over all chunks.</summary>
    internal long CutLines { get; private set; }

    /// <inheritdoc/>
    public void Tokenize(Chunk chunk, FieldTable fields)
    {
        fields.Rows = 0;
        _line.Open(chunk);
        for (int position = _line.Start; position < _line.End;)
        {
            position = JsonScan.SkipSpace(ref _line.Text(), position);
            byte first = _line.Buffer[position];
            if (first == (byte)'{') position = ReadLine(chunk, fields, position);
            else if (first != (byte)'\n') throw _line.NotAnObject(position);
            position = _line.Next(position);
        }
    }

    private int ReadLine(Chunk chunk, FieldTable fields, int brace)
    {
        int firstRow = fields.Rows;
        var envelope = CollectorEnvelope.Unread;
        int end;
        try
        {
            end = _envelopes.Read(ref envelope, fields, brace);
        }
        catch (BadInputException) when (_line.IsOpen)
        {
            fields.Rows = firstRow;
            CutLines++;
            return _line.End - 1;
        }
        Complete(chunk, fields, firstRow, envelope);
        return end;
    }

    private void Complete(Chunk chunk, FieldTable fields, int firstRow, in CollectorEnvelope envelope)
    {
        if (envelope.DataInBlob) fields.Rows = firstRow;
        bool elsewhere = !envelope.HasData && !envelope.DataInBlob && envelope.DataRef.Length > 0;
        if (elsewhere) ReadReferenced(chunk, fields, envelope.DataRef);
        else if (!envelope.HasData || envelope.DataInBlob) LinesWithoutData++;
        _rowIds.Fill(chunk, fields, firstRow, envelope);
    }

    private void ReadReferenced(Chunk chunk, FieldTable fields, Field reference)
    {
        string name = Encoding.UTF8.GetString(chunk.Buffer.AsSpan(reference.Start, reference.Length));
        var (start, path) = DataReference.Append(chunk, name, _line.Number);
        var left = _line.Visit(start, path);
        int position = JsonScan.SkipSpace(ref _line.Text(), start);
        while (_line.Buffer[position] != (byte)'\n')
        {
            if (!_data.Read(fields, ref position, depth: 0)) throw _line.Fault(start, "an array of rows");
            position = JsonScan.SkipSpace(ref _line.Text(), position);
        }
        _line.Leave(left);
    }
}

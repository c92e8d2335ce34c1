namespace Homeostat.Batches;

/// <summary>Reads a collector line: its keys come in any order, so the rows are read when they are met and the rest is put down.</summary>
internal sealed class CollectorEnvelopeReader(JsonLine line, CollectorData data)
{
    /// <summary>Reads the object at the position, up to the end of its line, and adds its rows.</summary>
    /// <returns>The position of the line's end.</returns>
    internal int Read(ref CollectorEnvelope envelope, FieldTable fields, int brace)
    {
        ref byte text = ref line.Text();
        int firstRow = fields.Rows;
        int position = JsonScan.SkipSpace(ref text, brace + 1);
        bool more = JsonScan.At(ref text, position) != (byte)'}';
        if (!more) position++;
        while (more)
        {
            int value = JsonSkipper.SkipName(line, position);
            position = ReadMember(ref envelope, fields, firstRow, position, value);
            position = JsonScan.SkipSpace(ref text, position);
            byte next = JsonScan.At(ref text, position++);
            if (next is not ((byte)',' or (byte)'}')) throw line.Fault(position - 1, "a comma or '}'");
            more = next == (byte)',';
            if (more) position = JsonScan.SkipSpace(ref text, position);
        }
        position = JsonScan.SkipSpace(ref text, position);
        return JsonScan.At(ref text, position) == (byte)'\n' ? position : throw line.Fault(position, "the end of the line");
    }

    private int ReadMember(ref CollectorEnvelope envelope, FieldTable fields, int firstRow, int name, int value)
    {
        var rest = line.Buffer.AsSpan(name);
        int end = value;
        if (rest.StartsWith("\"data\""u8))
        {
            fields.Rows = firstRow;
            envelope.HasData = data.Read(fields, ref end, depth: 1);
        }
        else if (rest.StartsWith("\"time\""u8)) envelope.Time = ReadText(ref end);
        else if (rest.StartsWith("\"correlationid\""u8)) envelope.CorrelationId = ReadText(ref end);
        else if (rest.StartsWith("\"dataref\""u8)) envelope.DataRef = ReadText(ref end);
        else if (rest.StartsWith("\"datainblob\""u8)) envelope.DataInBlob = IsTrue(ReadText(ref end));
        else end = JsonSkipper.Skip(line, value, depth: 1);
        return end;
    }

    private Field ReadText(ref int position)
    {
        int start = position;
        byte first = line.Buffer[start];
        if (first == (byte)'"')
        {
            position = JsonScan.EndOfPlain(ref line.Text(), start + 1);
            int end = JsonEscapes.Resolve(line, ref position);
            return new Field(start + 1, end - start - 1);
        }
        position = JsonSkipper.Skip(line, start, depth: 1);
        return first == (byte)'n' ? Field.Absent : new Field(start, position - start);
    }

    private bool IsTrue(Field field) => field.Length == 4 && line.Buffer.AsSpan(field.Start, 4).SequenceEqual("true"u8);
}

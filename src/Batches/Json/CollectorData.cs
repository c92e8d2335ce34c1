namespace Homeostat.Batches;

/// <summary>Reads the rows of a collector line's <c>data</c> in all the shapes it comes in.</summary>
internal sealed class CollectorData(JsonLine line, JsonRowReader rows)
{
    /// <summary>Adds the rows of the value at the position.</summary>
    /// <param name="fields">The table that gets the rows.</param>
    /// <param name="position">The first byte of the value; afterwards behind it.</param>
    /// <param name="depth">Objects and arrays around the value.</param>
    /// <returns>Whether the value can hold rows: an array or an object; a text or a number cannot.</returns>
    internal bool Read(FieldTable fields, ref int position, int depth)
    {
        byte first = line.Buffer[position];
        if (first == (byte)'[') position = ReadElements(fields, position, depth);
        else if (first == (byte)'{') position = ReadPayload(fields, position, depth);
        else position = JsonSkipper.Skip(line, position, depth);
        return first is (byte)'[' or (byte)'{';
    }

    /// <summary>One row an element: an object by its names, an array by its indices, anything else as column "0".</summary>
    private int ReadElements(FieldTable fields, int bracket, int depth)
    {
        if (depth >= JsonLine.MaxDepth) throw line.TooDeep(bracket);
        ref byte text = ref line.Text();
        int position = JsonScan.SkipSpace(ref text, bracket + 1);
        if (JsonScan.At(ref text, position) == (byte)']') return position + 1;
        while (true)
        {
            position = JsonScan.At(ref text, position) switch
            {
                (byte)'{' => rows.ReadObject(fields, position, depth + 1),
                (byte)'[' => rows.ReadArray(fields, position, depth + 1),
                _ => rows.ReadScalar(fields, position, depth + 1),
            };
            position = JsonScan.SkipSpace(ref text, position);
            byte next = JsonScan.At(ref text, position);
            if (next == (byte)']') return position + 1;
            if (next != (byte)',') throw line.Fault(position, "a comma or ']'");
            position = JsonScan.SkipSpace(ref text, position + 1);
        }
    }

    // A logged payload: either the row itself, or the scoring convention {"data": [...]}, possibly with other members around it.
    private int ReadPayload(FieldTable fields, int brace, int depth)
    {
        // The end must be known first: reading resolves escapes in place, and what is left behind is no JSON any more.
        int end = JsonSkipper.Skip(line, brace, depth);
        int inner = FindInnerArray(brace, depth);
        if (inner < 0) return rows.ReadObject(fields, brace, depth);
        ReadElements(fields, inner, depth + 1);
        return end;
    }

    private int FindInnerArray(int brace, int depth)
    {
        ref byte text = ref line.Text();
        int found = -1;
        int position = JsonScan.SkipSpace(ref text, brace + 1);
        while (JsonScan.At(ref text, position) == (byte)'"')
        {
            bool isData = line.Buffer.AsSpan(position).StartsWith("\"data\""u8);
            position = JsonSkipper.SkipName(line, position);
            if (isData) found = JsonScan.At(ref text, position) == (byte)'[' ? position : -1;
            position = JsonScan.SkipSpace(ref text, JsonSkipper.Skip(line, position, depth + 1));
            if (JsonScan.At(ref text, position) != (byte)',') break;
            position = JsonScan.SkipSpace(ref text, position + 1);
        }
        return found;
    }
}

namespace Homeostat.Batches;

/// <summary>Goes over values that are not looked into, checking that they are JSON.</summary>
internal static class JsonSkipper
{
    /// <summary>The position behind the value that starts at the position.</summary>
    /// <param name="line">The text.</param>
    /// <param name="position">The first byte of the value, white space skipped.</param>
    /// <param name="depth">Objects and arrays around the value.</param>
    internal static int Skip(JsonLine line, int position, int depth)
    {
        byte first = line.Buffer[position];
        return first switch
        {
            (byte)'"' => SkipString(line, position),
            (byte)'{' => SkipObject(line, position, depth),
            (byte)'[' => SkipArray(line, position, depth),
            _ => SkipWord(line, position),
        };
    }

    /// <summary>The position behind the string whose opening quote is at the position.</summary>
    internal static int SkipString(JsonLine line, int quote)
    {
        ref byte text = ref line.Text();
        int position = JsonScan.EndOfPlain(ref text, quote + 1);
        while (JsonScan.At(ref text, position) != (byte)'"')
        {
            if (JsonScan.At(ref text, position) != (byte)'\\')
                throw line.Fault(position, "a closing quote (control characters in strings must be escaped)");
            position = JsonScan.EndOfPlain(ref text, JsonEscapes.Skip(line, position));
        }
        return position + 1;
    }

    /// <summary>The position behind a number, true, false or null. NaN and Infinity are taken too: Python writes them.</summary>
    internal static int SkipWord(JsonLine line, int position)
    {
        ref byte text = ref line.Text();
        byte first = JsonScan.At(ref text, position);
        if (first is >= (byte)'0' and <= (byte)'9') return JsonScan.EndOfNumber(ref text, position);
        var rest = line.Buffer.AsSpan(position, line.End - position);
        if (first == (byte)'-' && !rest.StartsWith("-I"u8)) return JsonScan.EndOfNumber(ref text, position);
        int length = first switch
        {
            (byte)'t' when rest.StartsWith("true"u8) => 4,
            (byte)'f' when rest.StartsWith("false"u8) => 5,
            (byte)'n' when rest.StartsWith("null"u8) => 4,
            (byte)'N' when rest.StartsWith("NaN"u8) => 3,
            (byte)'I' when rest.StartsWith("Infinity"u8) => 8,
            (byte)'-' when rest.StartsWith("-Infinity"u8) => 9,
            _ => throw line.Fault(position, "a value"),
        };
        return position + length;
    }

    /// <summary>The position behind the array that starts at the position.</summary>
    internal static int SkipArray(JsonLine line, int position, int depth)
    {
        if (depth >= JsonLine.MaxDepth) throw line.TooDeep(position);
        ref byte text = ref line.Text();
        position = JsonScan.SkipSpace(ref text, position + 1);
        if (JsonScan.At(ref text, position) == (byte)']') return position + 1;
        while (true)
        {
            position = JsonScan.SkipSpace(ref text, Skip(line, position, depth + 1));
            byte next = JsonScan.At(ref text, position);
            if (next == (byte)']') return position + 1;
            if (next != (byte)',') throw line.Fault(position, "a comma or ']'");
            position = JsonScan.SkipSpace(ref text, position + 1);
        }
    }

    /// <summary>The position of a member's value: behind its name, which starts at the position, and the colon.</summary>
    internal static int SkipName(JsonLine line, int position)
    {
        if (line.Buffer[position] != (byte)'"') throw line.Fault(position, "a member name in quotes");
        return SkipColon(line, SkipString(line, position));
    }

    /// <summary>The position of a member's value: behind white space and the colon.</summary>
    internal static int SkipColon(JsonLine line, int position)
    {
        ref byte text = ref line.Text();
        position = JsonScan.SkipSpace(ref text, position);
        if (JsonScan.At(ref text, position) != (byte)':') throw line.Fault(position, "a colon");
        return JsonScan.SkipSpace(ref text, position + 1);
    }

    private static int SkipObject(JsonLine line, int position, int depth)
    {
        if (depth >= JsonLine.MaxDepth) throw line.TooDeep(position);
        ref byte text = ref line.Text();
        position = JsonScan.SkipSpace(ref text, position + 1);
        if (JsonScan.At(ref text, position) == (byte)'}') return position + 1;
        while (true)
        {
            position = Skip(line, SkipName(line, position), depth + 1);
            position = JsonScan.SkipSpace(ref text, position);
            byte next = JsonScan.At(ref text, position);
            if (next == (byte)'}') return position + 1;
            if (next != (byte)',') throw line.Fault(position, "a comma or '}'");
            position = JsonScan.SkipSpace(ref text, position + 1);
        }
    }
}

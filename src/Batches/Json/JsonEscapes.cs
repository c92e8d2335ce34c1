using System.Text;

namespace Homeostat.Batches;

/// <summary>Resolves the escapes of a string where it stands: what comes out is never longer than what went in.</summary>
internal static class JsonEscapes
{
    private const int Replacement = 0xFFFD;

    /// <summary>Resolves a string from its first escape on.</summary>
    /// <param name="line">The text.</param>
    /// <param name="position">Where the first backslash is; afterwards behind the closing quote.</param>
    /// <returns>Where the resolved string ends.</returns>
    internal static int Resolve(JsonLine line, ref int position)
    {
        byte[] text = line.Buffer;
        int write = position;
        while (text[position] != (byte)'"')
        {
            if (text[position] == (byte)'\\')
            {
                write += ResolveOne(line, ref position, text.AsSpan(write));
                continue;
            }
            int end = JsonScan.EndOfPlain(ref line.Text(), position);
            if (text[end] < 0x20) throw line.Fault(end, "a closing quote (control characters in strings must be escaped)");
            text.AsSpan(position, end - position).CopyTo(text.AsSpan(write));
            write += end - position;
            position = end;
        }
        position++;
        return write;
    }

    /// <summary>Goes over one escape, without resolving it.</summary>
    internal static int Skip(JsonLine line, int backslash)
    {
        byte letter = line.Buffer[backslash + 1];
        if (letter != (byte)'u') return Plain(letter) >= 0 ? backslash + 2 : throw Unknown(line, backslash);
        HexAt(line, backslash);
        return backslash + 6;
    }

    /// <summary>A name as it is meant.</summary>
    /// <param name="raw">The name as written, a valid JSON string without its quotes.</param>
    internal static string NameOf(ReadOnlySpan<byte> raw)
    {
        int position = raw.IndexOf((byte)'\\');
        if (position < 0) return Encoding.UTF8.GetString(raw);
        position += Chunk.Start;
        var copy = new Chunk(raw.Length + 2);
        copy.Append(raw);
        copy.Append("\"\n"u8);
        var line = new JsonLine();
        line.Open(copy);
        int end = Resolve(line, ref position);
        return Encoding.UTF8.GetString(copy.Buffer.AsSpan(Chunk.Start, end - Chunk.Start));
    }

    private static int ResolveOne(JsonLine line, ref int position, Span<byte> to)
    {
        byte letter = line.Buffer[position + 1];
        if (letter == (byte)'u')
        {
            int scalar = ReadScalar(line, ref position);
            return new Rune(scalar).EncodeToUtf8(to);
        }
        int resolved = Plain(letter);
        if (resolved < 0) throw Unknown(line, position);
        to[0] = (byte)resolved;
        position += 2;
        return 1;
    }

    private static int ReadScalar(JsonLine line, ref int position)
    {
        int unit = HexAt(line, position);
        position += 6;
        if (unit is < 0xD800 or > 0xDFFF) return unit;
        byte[] text = line.Buffer;
        if (unit > 0xDBFF || text[position] != (byte)'\\' || text[position + 1] != (byte)'u') return Replacement;
        int low = HexAt(line, position);
        if (low is < 0xDC00 or > 0xDFFF) return Replacement;
        position += 6;
        return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }

    private static int HexAt(JsonLine line, int backslash)
    {
        // A line feed is no hexadecimal digit, so a cut escape ends here.
        int value = 0;
        for (int i = backslash + 2; i < backslash + 6; i++)
        {
            int digit = HexDigit(line.Buffer[i]);
            if (digit < 0) throw line.Fault(i, "a \\u escape with four hexadecimal digits");
            value = value * 16 + digit;
        }
        return value;
    }

    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => -1,
    };

    private static int Plain(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'n' => '\n',
        (byte)'t' => '\t',
        (byte)'r' => '\r',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => -1,
    };

    private static BadInputException Unknown(JsonLine line, int backslash) =>
        line.Fault(backslash + 1, "one of \" \\ / b f n r t u behind a backslash");
}

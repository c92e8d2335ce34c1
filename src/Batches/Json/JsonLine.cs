using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Homeostat.Batches;

/// <summary>The JSON text at hand and where it comes from: all that reading and a message about a fault need.</summary>
internal sealed class JsonLine
{
    /// <summary>Objects and arrays inside each other at most.</summary>
    internal const int MaxDepth = 64;

    private const int ExcerptBytes = 40;
    private const long WholeFile = -1;
    private string _file = "";
    private int _openLine;
    private Chunk? _chunk;

    /// <summary>The one-based number of the line; 0 when not known.</summary>
    internal long Number { get; private set; }

    /// <summary>Where the line starts.</summary>
    internal int Start { get; private set; }

    /// <summary>Where the text ends, behind the line feed that ends its last line.</summary>
    internal int End { get; private set; }

    /// <summary>Whether the last line had no line feed of its own: a file without one at its end, or one that was cut or is still written to.</summary>
    internal bool EndsOpen { get; private set; }

    internal byte[] Buffer => _chunk!.Buffer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte Text() => ref MemoryMarshal.GetArrayDataReference(_chunk!.Buffer);

    /// <summary>Takes the text of a chunk and makes sure that a line feed ends it, which every search relies on.</summary>
    internal void Open(Chunk chunk)
    {
        _chunk = chunk;
        _file = chunk.File.Name;
        bool terminated = chunk.End == Chunk.Start || chunk.Buffer[chunk.End - 1] == (byte)'\n';
        if (!terminated) chunk.Append("\n"u8);
        End = chunk.End;
        EndsOpen = !terminated || (chunk.EndsOpen && chunk.End > Chunk.Start);
        _openLine = EndsOpen ? chunk.Text[..^1].LastIndexOf((byte)'\n') + 1 + Chunk.Start : int.MaxValue;
        Number = chunk.FirstLine;
        Start = SkipByteOrderMark(chunk);
    }

    /// <summary>Takes text that was put behind a chunk's own and ends with a line feed; to be given back with <see cref="Leave"/>.</summary>
    internal Place Visit(int start, string file)
    {
        var left = new Place(_file, Start, End, Number, EndsOpen);
        Leave(new Place(file, start, _chunk!.End, WholeFile, EndsOpen: false));
        return left;
    }

    /// <summary>Goes back to the text that was at hand before.</summary>
    internal void Leave(Place place) => (_file, Start, End, Number, EndsOpen) = place;

    /// <summary>Goes on behind the line feed at the position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Next(int lineFeed)
    {
        if (Number > 0) Number++;
        return Start = lineFeed + 1;
    }

    /// <summary>Whether the line at hand is the last one and had no line feed of its own.</summary>
    internal bool IsOpen => EndsOpen && Start >= _openLine;

    /// <summary>The fault of text that is not as expected.</summary>
    internal BadInputException Fault(int position, string expected)
    {
        bool atEnd = Buffer[position] == (byte)'\n';
        string found = atEnd ? (EndsOpen && position == End - 1 ? "the end of the file" : "the end of the line") : $"'{Excerpt(position)}'";
        string fix = atEnd && EndsOpen && position == End - 1
            ? "The file seems to be cut: copy it again, or delete the incomplete last line."
            : "Repair the line, or write the file again with one JSON object a line ('jq -c .' does that).";
        return Invalid($"{PlaceOf(position)}: {expected} was expected, {found} was found.", fix);
    }

    /// <summary>The fault of a line that is JSON perhaps, but no object.</summary>
    internal BadInputException NotAnObject(int position) => Invalid(
        $"{PlaceOf(position)}: a row must be a JSON object, '{Excerpt(position)}' was found.",
        Buffer[position] == (byte)'['
            ? "Write one object a line: jq -c '.[]' turns an array of objects into that."
            : "Write one JSON object a line ('jq -c .' does that), or give the file the ending of its format (.csv, .tsv).");

    /// <summary>The fault of objects or arrays inside each other without end.</summary>
    internal BadInputException TooDeep(int position) => Invalid(
        $"{PlaceOf(position)}: objects and arrays lie more than {MaxDepth} deep in each other.",
        "Flatten the rows, or leave the deep member out.");

    private static BadInputException Invalid(string what, string fix) =>
        new(ErrorCodes.JsonInvalid, what, "What cannot be read cannot be counted, and leaving it out would bias the counts.", fix);

    private string PlaceOf(int position)
    {
        int at = position - Start + 1;
        return Number > 0 ? $"{_file}, line {Number}, byte {at}" : Number == WholeFile ? $"{_file}, byte {at}" : $"{_file}, byte {at} of the part read";
    }

    private string Excerpt(int position)
    {
        var rest = Buffer.AsSpan(position, End - position);
        int length = Math.Max(0, rest.IndexOfAny((byte)'\n', (byte)'\r'));
        var text = new StringBuilder(Encoding.UTF8.GetString(rest[..Math.Min(length, ExcerptBytes)]));
        for (int i = 0; i < text.Length; i++)
            if (char.IsControl(text[i])) text[i] = '\uFFFD';
        return length > ExcerptBytes ? text.Append("...").ToString() : text.ToString();
    }

    private static int SkipByteOrderMark(Chunk chunk) =>
        chunk.FirstLine == 1 && chunk.Text.StartsWith("\uFEFF"u8) ? Chunk.Start + 3 : Chunk.Start;

    /// <summary>What is at hand.</summary>
    internal readonly record struct Place(string File, int Start, int End, long Number, bool EndsOpen);
}

using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Reads one JSON object, or an array as if its indices were names, into the fields of one row.</summary>
internal sealed class JsonRowReader
{
    private readonly JsonLine _line;
    private readonly JsonKeys _keys;
    private readonly JsonMembers _members;
    private readonly int _width;

    internal JsonRowReader(JsonLine line, IReadOnlyDictionary<string, int> columns, int width)
    {
        foreach (var (name, column) in columns)
            if ((uint)column >= (uint)width)
                throw new ArgumentException($"Column '{name}' is number {column}, but a row has {width} fields. Its values would land in another row. Pass the width of the table.", nameof(columns));
        _line = line;
        _width = width;
        _keys = new JsonKeys(columns);
        _members = new JsonMembers(line, _keys);
    }

    /// <summary>Paths without a column that have held a value, in the order they were met first.</summary>
    internal IReadOnlyList<string> Unknown => _keys.Unknown();

    /// <summary>Adds a row with the members of the object at the position.</summary>
    /// <param name="fields">The table that gets the row.</param>
    /// <param name="brace">Where the object's opening brace is.</param>
    /// <param name="depth">Objects and arrays around the object.</param>
    /// <returns>The position behind the closing brace.</returns>
    internal int ReadObject(FieldTable fields, int brace, int depth)
    {
        int end = _members.Read(ref NewRow(fields), brace + 1, JsonKeys.Root, depth + 1);
        fields.Rows++;
        return end;
    }

    /// <summary>Adds a row with the elements of the array at the position, as columns "0", "1", ...</summary>
    /// <returns>The position behind the closing bracket.</returns>
    internal int ReadArray(FieldTable fields, int bracket, int depth)
    {
        if (depth >= JsonLine.MaxDepth) throw _line.TooDeep(bracket);
        ref Field row = ref NewRow(fields);
        ref byte text = ref _line.Text();
        int position = JsonScan.SkipSpace(ref text, bracket + 1);
        bool more = JsonScan.At(ref text, position) != (byte)']';
        if (!more) position++;
        for (int index = 0; more; index++)
        {
            position = JsonScan.SkipSpace(ref text, _members.ReadValue(ref row, position, _keys.FindIndex(index), depth + 1));
            byte next = JsonScan.At(ref text, position++);
            if (next is not ((byte)',' or (byte)']')) throw _line.Fault(position - 1, "a comma or ']'");
            more = next == (byte)',';
            if (more) position = JsonScan.SkipSpace(ref text, position);
        }
        fields.Rows++;
        return position;
    }

    /// <summary>Adds a row with a single value, as column "0".</summary>
    /// <returns>The position behind the value.</returns>
    internal int ReadScalar(FieldTable fields, int position, int depth)
    {
        int end = _members.ReadValue(ref NewRow(fields), position, _keys.FindIndex(0), depth);
        fields.Rows++;
        return end;
    }

    private ref Field NewRow(FieldTable fields)
    {
        _members.StartRow();
        var row = fields.EnsureRow().AsSpan(fields.Rows * _width, _width);
        row.Fill(Field.Absent);
        return ref MemoryMarshal.GetReference(row);
    }
}

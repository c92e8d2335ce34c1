using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>Takes the members of objects into the fields of a row.</summary>
internal sealed class JsonMembers(JsonLine line, JsonKeys keys)
{
    private readonly JsonLine _line = line;
    private readonly JsonKeys _keys = keys;
    private long _row;

    /// <summary>What comes next belongs to another row.</summary>
    internal void StartRow() => _row++;

    /// <summary>Takes the members of an object.</summary>
    /// <param name="row">The first field of the row.</param>
    /// <param name="position">Behind the opening brace.</param>
    /// <param name="owner">The head of the object.</param>
    /// <param name="depth">Objects and arrays around the members.</param>
    /// <returns>The position behind the closing brace.</returns>
    // kernel: the one loop that every member passes; names come from the prediction, numbers and texts are taken without a call.
    internal int Read(ref Field row, int position, int owner, int depth)
    {
        if (depth > JsonLine.MaxDepth) throw _line.TooDeep(position - 1);
        ref byte text = ref _line.Text();
        position = JsonScan.SkipSpace(ref text, position);
        if (JsonScan.At(ref text, position) == (byte)'}') return position + 1;
        int previous = owner;
        while (true)
        {
            int key = _keys.Keys[previous].Next;
            if (key != 0 && JsonScan.StartsWith(ref Unsafe.Add(ref text, position), ref _keys.TextOf(_keys.Keys[key]), _keys.Keys[key].TextLength))
            {
                position += _keys.Keys[key].TextLength;
                if (JsonScan.At(ref text, position) == (byte)' ') position++;
            }
            else position = FindKey(position, owner, previous, out key);
            if (key != 0) previous = key;

            ref JsonKey at = ref _keys.Keys[key];
            byte first = JsonScan.At(ref text, position);
            if ((at.Column < 0) | (at.Child != 0)) position = ReadValue(ref row, position, key, depth);
            else if (first == (byte)'"')
            {
                int end = JsonScan.EndOfPlain(ref text, position + 1);
                if (JsonScan.At(ref text, end) != (byte)'"') position = ReadEscaped(ref row, position, end, at.Column);
                else
                {
                    Unsafe.Add(ref row, at.Column) = new Field(position + 1, end - position - 1);
                    position = end + 1;
                }
            }
            else if ((uint)(first - '0') < 10 || (first == (byte)'-' && (uint)(JsonScan.At(ref text, position + 1) - '0') < 10))
            {
                int end = JsonScan.EndOfNumber(ref text, position);
                Unsafe.Add(ref row, at.Column) = new Field(position, end - position);
                position = end;
            }
            else position = ReadValue(ref row, position, key, depth);

            byte next = JsonScan.At(ref text, position);
            if (next <= (byte)' ')
            {
                position = JsonScan.SkipSpace(ref text, position);
                next = JsonScan.At(ref text, position);
            }
            position++;
            if (next == (byte)'}') return position;
            if (next != (byte)',') throw _line.Fault(position - 1, "a comma or '}'");
            if (JsonScan.At(ref text, position) == (byte)' ') position++;
        }
    }

    private int FindKey(int position, int owner, int previous, out int key)
    {
        ref byte text = ref _line.Text();
        position = JsonScan.SkipSpace(ref text, position);
        // A member that is left out now and then: the one behind it comes instead, and the prediction stays.
        key = _keys.Keys[_keys.Keys[previous].Next].Next;
        if (key != 0 && JsonScan.StartsWith(ref Unsafe.Add(ref text, position), ref _keys.TextOf(_keys.Keys[key]), _keys.Keys[key].TextLength))
            return JsonScan.SkipSpace(ref text, position + _keys.Keys[key].TextLength);
        if (JsonScan.At(ref text, position) != (byte)'"') throw _line.Fault(position, "a member name in quotes");
        int end = JsonSkipper.SkipString(_line, position);
        key = _keys.Find(owner, _line.Buffer.AsSpan(position + 1, end - position - 2));
        if (key != 0) _keys.Keys[previous].Next = key;
        return JsonSkipper.SkipColon(_line, end);
    }

    /// <summary>Takes the value of a key, whatever it is; 0 is a key that is not remembered.</summary>
    /// <returns>The position behind the value.</returns>
    internal int ReadValue(ref Field row, int position, int key, int depth)
    {
        position = JsonScan.SkipSpace(ref _line.Text(), position);
        if (key == 0) return JsonSkipper.Skip(_line, position, depth);
        int child = _keys.Keys[key].Child;
        if (child != 0 && _keys.Keys[child].Row == _row) Forget(ref row, child);
        byte first = _line.Buffer[position];
        int column = _keys.Keys[key].Column;
        if (first == (byte)'{') return ReadNested(ref row, position, key, depth);
        if (column < 0)
        {
            _keys.Keys[key].Seen |= first == (byte)'n' ? JsonKeySeen.Null : JsonKeySeen.Value;
            return JsonSkipper.Skip(_line, position, depth);
        }
        if (first == (byte)'"') return ReadEscaped(ref row, position, position + 1, column);
        int end = JsonSkipper.Skip(_line, position, depth);
        Unsafe.Add(ref row, column) = first == (byte)'n' ? Field.Absent : new Field(position, end - position);
        return end;
    }

    private int ReadNested(ref Field row, int position, int key, int depth)
    {
        int column = _keys.Keys[key].Column;
        if (column >= 0) Unsafe.Add(ref row, column) = Field.Absent;
        _keys.Keys[key].Seen |= JsonKeySeen.Object;
        int child = _keys.ChildOf(key);
        _keys.Keys[child].Row = _row;
        return Read(ref row, position + 1, child, depth + 1);
    }

    private int ReadEscaped(ref Field row, int quote, int special, int column)
    {
        int start = quote + 1;
        int position = JsonScan.EndOfPlain(ref _line.Text(), special);
        int end = JsonEscapes.Resolve(_line, ref position);
        Unsafe.Add(ref row, column) = new Field(start, end - start);
        return position;
    }

    // The member came twice and its first value was an object: the last one wins, so what the first one held is not there.
    private void Forget(ref Field row, int head)
    {
        _keys.Keys[head].Row = 0;
        for (int key = _keys.Keys[head].Sibling; key != 0; key = _keys.Keys[key].Sibling)
        {
            ref JsonKey member = ref _keys.Keys[key];
            if (member.Column >= 0) Unsafe.Add(ref row, member.Column) = Field.Absent;
            if (member.Child != 0 && _keys.Keys[member.Child].Row == _row) Forget(ref row, member.Child);
        }
    }
}

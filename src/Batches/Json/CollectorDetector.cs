namespace Homeostat.Batches;

/// <summary>Tells collector files from plain JSON lines.</summary>
internal static class CollectorDetector
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Whether a line is a collector's: an object with <c>specversion</c> and with <c>data</c>, <c>dataref</c> or a <c>type</c> that
    /// starts with <c>azureml.inference</c>.</summary>
    /// <param name="line">The first line of a file that is not blank; it may be cut, and what follows it is not looked at.</param>
    internal static bool IsCollector(ReadOnlySpan<byte> line)
    {
        var chunk = new Chunk(Math.Min(line.Length, MaxBytes) + 1);
        chunk.Append(line[..Math.Min(line.Length, MaxBytes)]);
        var text = new JsonLine();
        text.Open(chunk);
        int position = JsonScan.SkipSpace(ref text.Text(), text.Start);
        return !line.IsEmpty && text.Buffer[position] == (byte)'{' && Read(text, position).IsCollector;
    }

    private static Traits Read(JsonLine line, int brace)
    {
        var traits = new Traits { OnlyData = true };
        try
        {
            ReadMembers(line, brace, ref traits);
        }
        catch (BadInputException)
        {
            // Cut in the middle of the line, or no JSON: what was seen has to do. Reading the file will tell what is wrong with it.
            traits.IsCut = true;
        }
        return traits;
    }

    private static void ReadMembers(JsonLine line, int brace, ref Traits traits)
    {
        ref byte text = ref line.Text();
        int position = JsonScan.SkipSpace(ref text, brace + 1);
        while (JsonScan.At(ref text, position) == (byte)'"')
        {
            int value = JsonSkipper.SkipName(line, position);
            traits.Add(line.Buffer.AsSpan(position), line.Buffer.AsSpan(value));
            position = JsonScan.SkipSpace(ref text, JsonSkipper.Skip(line, value, depth: 1));
            if (JsonScan.At(ref text, position) != (byte)',') return;
            position = JsonScan.SkipSpace(ref text, position + 1);
        }
    }

    private struct Traits
    {
        private bool _hasVersion;
        private bool _hasData;

        /// <summary>Whether no member but <c>data</c> was seen, and that is a list of objects.</summary>
        internal bool OnlyData { get; set; }

        internal bool IsCut { get; set; }

        // Keys come in any order: a line cut inside a long 'data' may not have shown its version yet. Rows with 'data' as their first
        // member, objects in it and nothing else in all of the text are not expected.
        internal readonly bool IsCollector => _hasData && (_hasVersion || (IsCut && OnlyData));

        internal void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            OnlyData &= name.StartsWith("\"data\""u8) && value.StartsWith("[{"u8);
            _hasVersion |= name.StartsWith("\"specversion\""u8);
            _hasData |= name.StartsWith("\"data\""u8) || name.StartsWith("\"dataref\""u8)
                || (name.StartsWith("\"type\""u8) && value.StartsWith("\"azureml.inference"u8));
        }
    }
}

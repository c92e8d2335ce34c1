namespace Homeostat.Batches;

/// <summary>What a sample of one column shows: which types its values read as, and the numbers among them.</summary>
internal sealed class ColumnSample(MissingTokens missing)
{
    private const int DistinctKept = CategoryTable.MaxKnown;
    private const int AText = 0;
    private const int ABoolean = 1;

    /// <summary>Values that are neither numbers nor timestamps, and whether they are booleans.</summary>
    private readonly HashSlots _texts = new(8);
    private readonly List<double> _numbers = [];

    internal long Values { get; private set; }

    internal long Numbers { get; private set; }

    internal long Integers { get; private set; }

    internal long Booleans { get; private set; }

    internal long Timestamps { get; private set; }

    /// <summary>Different values, those that are no numbers counted up to the limit of a category table.</summary>
    internal int Different => _texts.Count + (_numbers.Count == 0 ? 0 : DifferentNumbers());

    /// <summary>The finite numbers, or the timestamps of a column without numbers, in the order they came.</summary>
    internal List<double> Kept => _numbers;

    /// <summary>Adds every so-manieth row's value of a column.</summary>
    internal void Add(Chunk chunk, FieldTable fields, int column, int rowStep)
    {
        var all = fields.Fields;
        int width = fields.Width, step = width * rowStep, end = fields.Rows * width;
        for (int at = column; at < end; at += step)
        {
            var field = all[at];
            chunk.Prefetch(all, at, Chunk.PrefetchRows * step);
            if (field.Length > 0) Add(chunk, field);
        }
    }

    internal void Absorb(ColumnSample other)
    {
        Values += other.Values;
        Numbers += other.Numbers;
        Integers += other.Integers;
        Booleans += other.Booleans;
        Timestamps += other.Timestamps;
        _numbers.AddRange(other._numbers);
        foreach (var (hash, kind) in other._texts)
            if (_texts.Count < DistinctKept) _texts.Set(hash, kind);
    }

    private void Add(Chunk chunk, Field field)
    {
        // A column of texts repeats them: what was seen is not tried as a number again.
        bool textFirst = Numbers == 0 && _texts.Count > 0;
        if (textFirst && TryAddSeen(ValueHash.Of(chunk.Buffer, field))) return;
        if (missing.MayBeNumbers && missing.Contains(chunk.TextOf(field))) return;
        if (default(NumberValue).TryParse(chunk.Buffer, field, out double number)) AddNumber(number);
        else AddOther(chunk.TextOf(field));
    }

    private bool TryAddSeen(ulong hash)
    {
        int kind = _texts.Find(hash);
        if (kind < 0) return false;
        Values++;
        Booleans += kind;
        return true;
    }

    private void AddOther(ReadOnlySpan<byte> text)
    {
        if (missing.Contains(text)) return;
        if (BooleanText.IsPlain(text)) AddText(text, ABoolean);
        else if (TimestampParser.TryParse(text, out double seconds)) AddTimestamp(seconds);
        else AddText(text, AText);
    }

    private void AddNumber(double number)
    {
        Values++;
        Numbers++;
        if (number == Math.Floor(number)) Integers++;
        if (double.IsFinite(number)) _numbers.Add(number);
    }

    private void AddText(ReadOnlySpan<byte> text, int kind)
    {
        Values++;
        Booleans += kind;
        if (_texts.Count < DistinctKept) _texts.Set(ValueHash.Of(text), kind);
    }

    private int DifferentNumbers()
    {
        var sorted = _numbers.ToArray();
        RadixSort.Sort(sorted);
        int different = 1;
        for (int i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[i - 1]) different++;
        return different;
    }

    private void AddTimestamp(double seconds)
    {
        Values++;
        Timestamps++;
        _numbers.Add(seconds);
    }
}

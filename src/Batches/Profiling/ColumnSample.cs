namespace Homeostat.Batches;

/// <summary>What a sample of one column shows: which types its values read as, and the numbers among them.</summary>
internal sealed class ColumnSample
{
    private const int DistinctKept = CategoryTable.MaxKnown;

    private readonly HashSet<ulong> _distinct = [];
    private readonly List<double> _numbers = [];

    internal long Values { get; private set; }

    internal long Numbers { get; private set; }

    internal long Integers { get; private set; }

    internal long Booleans { get; private set; }

    internal long Timestamps { get; private set; }

    /// <summary>Different values, those that are no numbers counted up to the limit of a category table.</summary>
    internal int Different => _distinct.Count + (_numbers.Count == 0 ? 0 : DifferentNumbers());

    /// <summary>The finite numbers, or the timestamps of a column without numbers, in the order they came.</summary>
    internal List<double> Kept => _numbers;

    internal void Add(ReadOnlySpan<byte> text, byte[] buffer, Field field)
    {
        Values++;
        if (default(NumberValue).TryParse(buffer, field, out double number)) AddNumber(number);
        else if (BooleanText.IsPlain(text)) AddBoolean(text);
        else if (TimestampParser.TryParse(text, out double seconds)) AddTimestamp(seconds);
        else AddText(text);
    }

    internal void Absorb(ColumnSample other)
    {
        Values += other.Values;
        Numbers += other.Numbers;
        Integers += other.Integers;
        Booleans += other.Booleans;
        Timestamps += other.Timestamps;
        _numbers.AddRange(other._numbers);
        foreach (ulong hash in other._distinct)
            if (_distinct.Count < DistinctKept) _distinct.Add(hash);
    }

    private void AddNumber(double number)
    {
        Numbers++;
        if (number == Math.Floor(number)) Integers++;
        if (double.IsFinite(number)) _numbers.Add(number);
    }

    private void AddBoolean(ReadOnlySpan<byte> text)
    {
        Booleans++;
        AddText(text);
    }

    private void AddText(ReadOnlySpan<byte> text)
    {
        if (_distinct.Count < DistinctKept) _distinct.Add(ValueHash.Of(text));
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
        Timestamps++;
        _numbers.Add(seconds);
    }
}

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

    /// <summary>Different texts, counted up to the limit of a category table.</summary>
    internal int DistinctTexts => _distinct.Count;

    /// <summary>The finite numbers, or the timestamps of a column without numbers, in the order they came.</summary>
    internal List<double> Kept => _numbers;

    internal void Add(ReadOnlySpan<byte> text, byte[] buffer, Field field)
    {
        Values++;
        if (_distinct.Count < DistinctKept) _distinct.Add(ValueHash.Of(text));
        if (default(NumberValue).TryParse(buffer, field, out double number)) AddNumber(number);
        else if (BooleanText.IsPlain(text)) Booleans++;
        else if (TimestampParser.TryParse(text, out double seconds)) AddTimestamp(seconds);
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

    private void AddTimestamp(double seconds)
    {
        Timestamps++;
        _numbers.Add(seconds);
    }
}

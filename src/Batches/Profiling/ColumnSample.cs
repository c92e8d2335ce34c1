namespace Homeostat.Batches;

/// <summary>What a sample of one column shows: which types its values read as, and the numbers among them.</summary>
/// <param name="missing">Texts that stand for no value.</param>
/// <param name="expected">How many values will come, about.</param>
internal sealed class ColumnSample(MissingTokens missing, int expected) : INumberColumn
{
    private const int DistinctKept = CategoryTable.MaxKnown;
    private const int AText = 0;
    private const int ABoolean = 1;

    /// <summary>Values that are neither numbers nor timestamps, and whether they are booleans.</summary>
    private readonly HashSlots _texts = new(8);
    private double[] _kept = [];
    private int _keptCount;

    internal long Values { get; private set; }

    internal long Numbers { get; private set; }

    internal long Integers { get; private set; }

    internal long Booleans { get; private set; }

    internal long Timestamps { get; private set; }

    /// <summary>Different values, those that are no numbers counted up to the limit of a category table.</summary>
    internal int Different => _texts.Count + (_keptCount == 0 ? 0 : DifferentNumbers());

    /// <summary>The finite numbers, or the timestamps of a column without numbers, in the order they came.</summary>
    internal Span<double> Kept => _kept.AsSpan(0, _keptCount);

    /// <summary>A column of texts repeats them: what was seen is not tried as a number again.</summary>
    internal bool IsOfTexts => Numbers == 0 && _texts.Count > 0;

    bool INumberColumn.NumbersMayBeMissing => missing.MayBeNumbers;

    bool INumberColumn.EmptyIsMissing => missing.EmptyIsMissing;

    /// <summary>Adds every so-manieth row's value of a column, whatever it is.</summary>
    internal void Add(Chunk chunk, FieldTable fields, int column, int rowStep)
    {
        var all = fields.Fields;
        int width = fields.Width, step = width * rowStep, end = fields.Rows * width, ahead = Chunk.PrefetchDistance(fields) * rowStep;
        for (int at = column; at < end; at += step)
        {
            chunk.Prefetch(all, at, ahead);
            if (all[at].Length > 0) Add(chunk, all[at]);
        }
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> values)
    {
        Values += values.Length;
        Numbers += values.Length;
        Integers += WholeNumbers.Count(values);
        Reserve(values.Length);
        foreach (double value in values)
            if (double.IsFinite(value)) _kept[_keptCount++] = value;
    }

    void INumberColumn.CountMissing(int count)
    {
        // A missing value shows no type.
    }

    bool INumberColumn.CountIfMissing(Chunk chunk, Field field) => field.Length <= 0 || missing.Contains(chunk.TextOf(field));

    void INumberColumn.CountUnread(Chunk chunk, Field field)
    {
        if (field.Length > 0 && !TryAddSeenText(chunk, field)) AddOther(chunk.TextOf(field));
    }

    internal void Absorb(ColumnSample other)
    {
        Values += other.Values;
        Numbers += other.Numbers;
        Integers += other.Integers;
        Booleans += other.Booleans;
        Timestamps += other.Timestamps;
        Reserve(other._keptCount);
        other.Kept.CopyTo(_kept.AsSpan(_keptCount));
        _keptCount += other._keptCount;
        foreach (var (hash, kind) in other._texts)
            if (_texts.Count < DistinctKept) _texts.Set(hash, kind);
    }

    private void Add(Chunk chunk, Field field)
    {
        if (TryAddSeenText(chunk, field)) return;
        if (missing.MayBeNumbers && missing.Contains(chunk.TextOf(field))) return;
        if (default(NumberValue).TryParse(chunk.Buffer, field, out double number)) Add(new ReadOnlySpan<double>(in number));
        else AddOther(chunk.TextOf(field));
    }

    private bool TryAddSeenText(Chunk chunk, Field field)
    {
        if (!IsOfTexts) return false;
        int kind = _texts.Find(ValueHash.Of(chunk.Buffer, field));
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

    private void AddText(ReadOnlySpan<byte> text, int kind)
    {
        Values++;
        Booleans += kind;
        if (_texts.Count < DistinctKept) _texts.Set(ValueHash.Of(text), kind);
    }

    private int DifferentNumbers()
    {
        double[] sorted = Kept.ToArray();
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
        Reserve(1);
        _kept[_keptCount++] = seconds;
    }

    private void Reserve(int count)
    {
        if (_kept.Length - _keptCount < count) Array.Resize(ref _kept, Math.Max(_keptCount + count, _kept.Length == 0 ? expected : _kept.Length * 2));
    }
}

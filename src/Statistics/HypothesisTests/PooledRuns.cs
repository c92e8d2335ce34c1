namespace Homeostat.Statistics;

/// <summary>
/// Two samples as counts over their pooled distinct values, ascending. Rank tests need nothing else, so samples and counts over a
/// grid share one code path. Values that compare equal (0.0 and -0.0) share a run; infinities are ordinary values at the ends.
/// </summary>
internal readonly ref struct PooledRuns : IDisposable
{
    private readonly Rented<long> _counts;
    private readonly int _capacity;
    private readonly int _length;

    /// <summary>Counts two samples without NaN.</summary>
    internal PooledRuns(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        _capacity = first.Length + second.Length;
        _counts = new(2 * _capacity);
        using var a = Sorted(first);
        using var b = Sorted(second);
        int i = 0, j = 0;
        while (i < first.Length || j < second.Length)
        {
            var value = j == second.Length || (i < first.Length && a.Span[i] < b.Span[j]) ? a.Span[i] : b.Span[j];
            int fromFirst = RunLength(a.Span[i..], value), fromSecond = RunLength(b.Span[j..], value);
            _counts.Span[_length] = fromFirst;
            _counts.Span[_capacity + _length++] = fromSecond;
            i += fromFirst;
            j += fromSecond;
        }
    }

    internal ReadOnlySpan<long> First => _counts.Span[.._length];

    internal ReadOnlySpan<long> Second => _counts.Span.Slice(_capacity, _length);

    public void Dispose() => _counts.Dispose();

    private static Rented<double> Sorted(ReadOnlySpan<double> values)
    {
        var copy = new Rented<double>(values.Length);
        values.CopyTo(copy.Span);
        copy.Span.Sort();
        return copy;
    }

    private static int RunLength(ReadOnlySpan<double> sorted, double value)
    {
        var length = 0;
        while (length < sorted.Length && sorted[length] == value) length++;
        return length;
    }
}

namespace Homeostat.Statistics;

/// <summary>Pooled values in ascending order, each with the index of its sample, in rented memory.</summary>
internal readonly ref struct LabelledValues : IDisposable
{
    private readonly Rented<double> _values;
    private readonly Rented<int> _samples;

    internal LabelledValues(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes)
    {
        _values = new(values.Length);
        _samples = new(values.Length);
        values.CopyTo(_values.Span);
        var start = 0;
        for (var sample = 0; sample < sizes.Length; start += sizes[sample++])
            _samples.Span.Slice(start, sizes[sample]).Fill(sample);
        _values.Span.Sort(_samples.Span);
    }

    internal bool IsConstant => _values.Span[0] == _values.Span[^1];

    public void Dispose()
    {
        _values.Dispose();
        _samples.Dispose();
    }

    /// <summary>A2akN of Scholz and Stephens (1987), equation 7; 0 when all values are equal.</summary>
    internal double AndersonDarling(ReadOnlySpan<int> sizes)
    {
        using var rented = new Rented<double>(3 * sizes.Length);
        rented.Span.Clear();
        Span<double> below = rented.Span[..sizes.Length], tied = rented.Span.Slice(sizes.Length, sizes.Length);
        var sums = rented.Span[(2 * sizes.Length)..];
        double total = _values.Span.Length;
        for (int start = 0, end; start < total && !IsConstant; start = end)
        {
            end = EndOfRun(start, tied);
            double length = end - start, rank = start + length / 2, denominator = rank * (total - rank) - total * length / 4;
            for (var i = 0; i < sizes.Length; i++)
            {
                var distance = total * (below[i] + tied[i] / 2) - rank * sizes[i];
                sums[i] += length / total * distance * distance / denominator;
                below[i] += tied[i];
            }
        }
        double statistic = 0;
        for (var i = 0; i < sizes.Length; i++) statistic += sums[i] / sizes[i];
        return statistic * (total - 1) / total;
    }

    /// <summary>The end of the run of equal values that begins at start, and how many of them each sample holds.</summary>
    private int EndOfRun(int start, Span<double> tied)
    {
        tied.Clear();
        var end = start;
        for (; end < _values.Span.Length && _values.Span[end] == _values.Span[start]; end++)
            tied[_samples.Span[end]]++;
        return end;
    }
}

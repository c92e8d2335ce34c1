using System.Buffers;

namespace Homeostat.Statistics.Distances;

/// <summary>A sorted copy of a sample with its weights, in rented memory.</summary>
internal ref struct SortedSample
{
    private readonly double[] _values;
    private readonly double[]? _weights;
    private readonly Masses<double> _masses;
    private readonly int _length;
    private int _next;
    private DoubleDouble _below;

    private SortedSample(double[] values, double[]? weights, int length, Masses<double> masses)
    {
        _values = values;
        _weights = weights;
        _length = length;
        _masses = masses;
    }

    public readonly bool AtEnd => _next == _length;

    /// <summary>The smallest value not yet passed; +infinity at the end.</summary>
    public readonly double Next => AtEnd ? double.PositiveInfinity : _values[_next];

    /// <summary>The share of the sample already passed, 0 to 1.</summary>
    public readonly double Share => _below.ToDouble() / _masses.Total;

    /// <summary>Passes every value equal to or below <paramref name="value"/>.</summary>
    public void PassThrough(double value)
    {
        for (; _next < _length && _values[_next] <= value; _next++) _below = _below.Add(_masses.Raw(_next));
    }

    public static SortedSample Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, string weightsName)
    {
        double[] keys = Copy(values);
        Span<double> sorted = keys.AsSpan(0, values.Length);
        if (weights.IsEmpty)
        {
            sorted.Sort();
            return new SortedSample(keys, null, values.Length, Masses<double>.Uniform(values.Length));
        }

        // Checked before sorting, while positions in an error message still mean something to the caller.
        _ = Masses<double>.Of(weights, weightsName);
        double[] items = Copy(weights);
        Span<double> carried = items.AsSpan(0, values.Length);
        sorted.Sort(carried);
        // The total is summed in sorted order, so that the share ends at exactly 1.
        return new SortedSample(keys, items, values.Length, Masses<double>.Of(carried));
    }

    public readonly void Dispose()
    {
        ArrayPool<double>.Shared.Return(_values);
        if (_weights is not null) ArrayPool<double>.Shared.Return(_weights);
    }

    private static double[] Copy(ReadOnlySpan<double> values)
    {
        double[] copy = ArrayPool<double>.Shared.Rent(values.Length);
        values.CopyTo(copy);
        return copy;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Homeostat.Statistics;

/// <summary>
/// Counts, probabilities or weights with their total: a view, never a copy. Values are scaled by a power of two (exact) so
/// that the largest lies in [1, 4): totals of counts near 2^62, of 1e308 or of denormals neither overflow nor lose bits.
/// </summary>
internal readonly ref struct Masses<T> where T : struct, INumber<T>
{
    private readonly ReadOnlySpan<T> _values;
    private readonly double _scale;

    private Masses(ReadOnlySpan<T> values, double scale, double total)
    {
        _values = values;
        _scale = scale;
        Total = total;
    }

    /// <summary>The sum of all <see cref="Raw"/> values, positive.</summary>
    public double Total { get; }

    /// <summary>The proportion of one cell or row, 0 to 1.</summary>
    public double this[int index] => Raw(index) / Total;

    /// <summary>The scaled mass of one cell or row; its proportion times <see cref="Total"/>.</summary>
    public double Raw(int index) => _values.IsEmpty ? 1 : ToDouble(_values[index]) * _scale;

    /// <summary>The same mass on every row.</summary>
    public static Masses<T> Uniform(int count) => new([], 1, count);

    /// <summary>Checks that values are finite, not negative and not all zero, and sums them. The caller has checked for NaN.</summary>
    public static Masses<T> Of(ReadOnlySpan<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        double scale = Scale.ToUnit(Largest(values, name));
        DoubleDouble total = default;
        foreach (T value in values) total = total.Add(ToDouble(value) * scale);
        return new Masses<T>(values, scale, total.ToDouble());
    }

    /// <summary>Optional row weights: none given means that every row counts once.</summary>
    public static Masses<T> OfRows(ReadOnlySpan<T> weights, int rows, [CallerArgumentExpression(nameof(weights))] string name = "") =>
        weights.IsEmpty ? Uniform(rows) : Of(weights, name);

    private static double Largest(ReadOnlySpan<T> values, string name)
    {
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = ToDouble(values[i]);
            if (value < 0) Throw.Negative(name, i, value);
            if (!double.IsFinite(value)) Throw.Infinite(name, i, value);
            if (value > largest) largest = value;
        }

        if (largest == 0) Throw.NoMass(name, values.Length);
        return largest;
    }

    // By type, not by static abstract members: those of the framework's numbers are not compiled ahead of time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToDouble(T value) =>
        typeof(T) == typeof(long) ? (long)(object)value : typeof(T) == typeof(double) ? (double)(object)value : double.CreateTruncating(value);
}

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
    public double Raw(int index) => _values.IsEmpty ? 1 : double.CreateTruncating(_values[index]) * _scale;

    /// <summary>The same mass on every row.</summary>
    public static Masses<T> Uniform(int count) => new([], 1, count);

    /// <summary>Checks that values are finite, not negative and not all zero, and sums them. The caller has checked for NaN.</summary>
    public static Masses<T> Of(ReadOnlySpan<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        double scale = Scale.ToUnit(double.CreateTruncating(Largest(values, name)));
        DoubleDouble total = default;
        foreach (T value in values) total = total.Add(double.CreateTruncating(value) * scale);
        return new Masses<T>(values, scale, total.ToDouble());
    }

    /// <summary>Optional row weights: none given means that every row counts once.</summary>
    public static Masses<T> OfRows(ReadOnlySpan<T> weights, int rows, [CallerArgumentExpression(nameof(weights))] string name = "") =>
        weights.IsEmpty ? Uniform(rows) : Of(weights, name);

    private static T Largest(ReadOnlySpan<T> values, string name)
    {
        T largest = T.Zero;
        for (int i = 0; i < values.Length; i++)
        {
            T value = values[i];
            if (value < T.Zero) Throw.Negative(name, i, double.CreateTruncating(value));
            if (!T.IsFinite(value)) Throw.Infinite(name, i, double.CreateTruncating(value));
            if (value > largest) largest = value;
        }

        if (largest == T.Zero) Throw.NoMass(name, values.Length);
        return largest;
    }
}

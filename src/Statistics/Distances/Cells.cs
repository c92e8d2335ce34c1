using System.Numerics;

namespace Homeostat.Statistics.Distances;

/// <summary>What one cell adds to a distance between two distributions.</summary>
internal interface ICellTerm
{
    double At(double p, double q);
}

/// <summary>The walk over two count vectors that every cell-wise distance shares.</summary>
internal static class Cells
{
    public static double Sum<T, TTerm>(ReadOnlySpan<T> p, ReadOnlySpan<T> q, TTerm term)
        where T : struct, INumber<T> where TTerm : struct, ICellTerm
    {
        Guard.Paired(p, q);
        if (Guard.AnyNaN(p) || Guard.AnyNaN(q)) return double.NaN;
        Masses<T> first = Masses<T>.Of(p);
        Masses<T> second = Masses<T>.Of(q);
        DoubleDouble sum = default;
        for (int i = 0; i < p.Length; i++) sum = sum.Add(term.At(first[i], second[i]));
        return sum.ToDouble();
    }

    public static double LargestDifference<T>(ReadOnlySpan<T> p, ReadOnlySpan<T> q) where T : struct, INumber<T>
    {
        Guard.Paired(p, q);
        if (Guard.AnyNaN(p) || Guard.AnyNaN(q)) return double.NaN;
        Masses<T> first = Masses<T>.Of(p);
        Masses<T> second = Masses<T>.Of(q);
        double largest = 0;
        for (int i = 0; i < p.Length; i++) largest = Math.Max(largest, Math.Abs(first[i] - second[i]));
        return largest;
    }

    /// <summary>ln(p/q) for positive p and q, also where the quotient itself leaves the range of a double.</summary>
    public static double LogRatio(double p, double q)
    {
        double ratio = p / q;
        return double.IsNormal(ratio) ? Math.Log(ratio) : Math.Log(p) - Math.Log(q);
    }
}

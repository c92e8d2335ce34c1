using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Statistics;

/// <summary>Checks on inputs. Shapes are checked first, then NaN (which becomes the result), then values.</summary>
internal static class Guard
{
    public static void NotEmpty<T>(ReadOnlySpan<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (values.IsEmpty) Throw.Empty(name);
    }

    public static void Paired<T1, T2>(
        ReadOnlySpan<T1> first,
        ReadOnlySpan<T2> second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "")
    {
        NotEmpty(first, firstName);
        NotEmpty(second, secondName);
        if (first.Length != second.Length) Throw.LengthMismatch(firstName, first.Length, secondName, second.Length);
    }

    public static bool AnyNaN<T>(ReadOnlySpan<T> values) where T : INumberBase<T>
    {
        if (typeof(T) == typeof(long)) return false;
        if (typeof(T) == typeof(double)) return AnyNaN(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(values)), values.Length));
        foreach (T value in values)
            if (T.IsNaN(value)) return true;
        return false;
    }

    private static bool AnyNaN(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            if (double.IsNaN(value)) return true;
        return false;
    }

    public static void Probabilities(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        for (int i = 0; i < values.Length; i++)
            if (values[i] is < 0 or > 1) Throw.NotProbability(name, i, values[i]);
    }
}

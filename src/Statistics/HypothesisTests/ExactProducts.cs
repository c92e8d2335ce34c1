using System.Runtime.CompilerServices;

namespace Homeostat.Statistics;

/// <summary>
/// Integer products whose difference must not lose digits. 64 bits do for counts up to three billions; wider arithmetic is only called
/// for beyond, because it is not compiled ahead of time and short runs would wait for it.
/// </summary>
internal static class ExactProducts
{
    private const long Narrow = 3_000_000_000;

    /// <summary>a b - c d, rounded once.</summary>
    internal static double Difference(long a, long b, long c, long d) =>
        a <= Narrow && b <= Narrow && c <= Narrow && d <= Narrow ? (double)(a * b - c * d) : WideDifference(a, b, c, d);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double WideDifference(long a, long b, long c, long d) => (double)((Int128)a * b - (Int128)c * d);
}

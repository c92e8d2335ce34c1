using System.Numerics;
using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>Turns m * 10^q into the nearest double, ties to even.</summary>
internal static class DecimalRounding
{
    private const ulong MaxExactInteger = 1UL << 53;
    private const int MaxExactPower = 22;

    /// <summary>Those that are doubles.</summary>
    internal static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>False where only arbitrary precision could decide; the caller then asks the framework's parser.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRound(ulong mantissa, int exponent, out double value)
    {
        if (mantissa <= MaxExactInteger && exponent is >= -MaxExactPower and <= MaxExactPower)
        {
            // Both operands are exact, so the one rounding of the operation is the right one.
            double exact = (long)mantissa;
            value = exponent < 0 ? exact / PowersOfTen[-exponent] : exact * PowersOfTen[exponent];
            return true;
        }
        return TryEiselLemire(mantissa, exponent, out value);
    }

    /// <remarks>
    /// Source: D. Lemire, Number parsing at a gigabyte per second, 2021, doi:10.1002/spe.2984, algorithm 1. Restricted to normal doubles;
    /// products too close to a rounding boundary are left to the framework.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryEiselLemire(ulong mantissa, int exponent, out double value)
    {
        value = 0;
        if (mantissa == 0) return true;
        if (exponent is < PowersOfFive.Min or > PowersOfFive.Max) return false;
        int zeros = BitOperations.LeadingZeroCount(mantissa);
        ulong normalised = mantissa << zeros;
        var table = PowersOfFive.Table;
        int at = (exponent - PowersOfFive.Min) * 2;
        ulong high = Math.BigMul(normalised, table[at], out ulong low);
        if ((high & 0x1FF) == 0x1FF)
        {
            // The upper product alone might still carry: take the lower half of the power in.
            ulong carry = Math.BigMul(normalised, table[at + 1], out _);
            low += carry;
            if (low < carry) high++;
        }
        return TryPack(high, low, exponent, zeros, out value);
    }

    private static bool TryPack(ulong high, ulong low, int exponent, int zeros, out double value)
    {
        value = 0;
        // Undecided: the discarded bits are all ones, or exactly half way.
        if (low == ulong.MaxValue) return false;
        int upper = (int)(high >>> 63);
        int shift = upper + 64 - 52 - 3;
        ulong bits = high >>> shift;
        if (low <= 1 && (bits & 3) == 1 && bits << shift == high) return false;
        bits += bits & 1;
        bits >>>= 1;
        // 217706 / 2^16 is log2(10): the binary exponent of 10^q.
        int binary = ((217706 * exponent) >> 16) + 63 + upper - zeros + 1023;
        if (bits >= 1UL << 53)
        {
            bits = 1UL << 52;
            binary++;
        }
        if (binary is <= 0 or >= 0x7FF) return false;
        value = BitConverter.UInt64BitsToDouble((bits & ((1UL << 52) - 1)) | ((ulong)binary << 52));
        return true;
    }
}

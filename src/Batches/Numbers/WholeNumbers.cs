using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>Numbers without a fraction.</summary>
internal static class WholeNumbers
{
    /// <summary>How many of the numbers are whole; infinities are.</summary>
    internal static int Count(ReadOnlySpan<double> values)
    {
        int inFours = values.Length & ~3;
        var found = Vector256<long>.Zero;
        for (int i = 0; i < inFours; i += 4)
        {
            var four = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)i);
            found -= Vector256.Equals(four, Vector256.Floor(four)).AsInt64();
        }
        int count = (int)Vector256.Sum(found);
        foreach (double value in values[inFours..])
            if (value == Math.Floor(value)) count++;
        return count;
    }
}

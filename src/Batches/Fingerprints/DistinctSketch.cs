using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>A HyperLogLog sketch with 1,024 registers: the number of different hashes, to about 3 %.</summary>
/// <remarks>Source: P. Flajolet et al., HyperLogLog, 2007, doi:10.46298/dmtcs.3545, with its small-range correction.</remarks>
public sealed class DistinctSketch
{
    /// <summary>How many registers a sketch has.</summary>
    public const int RegisterCount = 1 << IndexBits;

    private const int IndexBits = 10;
    private readonly byte[] _registers;

    /// <summary>An empty sketch.</summary>
    public DistinctSketch() => _registers = new byte[RegisterCount];

    internal DistinctSketch(byte[] registers) => _registers = registers;

    internal ReadOnlySpan<byte> Registers => _registers;

    /// <summary>Adds one value by its 64-bit hash.</summary>
    public void Add(ulong hash) => Add(ref MemoryMarshal.GetArrayDataReference(_registers), hash);

    internal void AddNumbers(ReadOnlySpan<double> values)
    {
        ref byte registers = ref MemoryMarshal.GetArrayDataReference(_registers);
        foreach (ref readonly double value in values) Add(ref registers, ValueHash.Of(value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref byte registers, ulong hash)
    {
        ref byte register = ref Unsafe.Add(ref registers, (nint)(hash >>> (64 - IndexBits)));
        uint rank = (uint)BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1;
        if (rank > register) register = (byte)rank;
    }

    /// <summary>The sketch of both sets of values together; neither changes.</summary>
    public DistinctSketch Merge(DistinctSketch other)
    {
        var merged = new byte[RegisterCount];
        for (int i = 0; i < merged.Length; i++) merged[i] = Math.Max(_registers[i], other._registers[i]);
        return new DistinctSketch(merged);
    }

    /// <summary>The estimated number of different values.</summary>
    public long Estimate()
    {
        double inverseSum = 0;
        int zeros = 0;
        foreach (byte register in _registers)
        {
            inverseSum += Math.ScaleB(1, -register);
            if (register == 0) zeros++;
        }
        double raw = 0.7213 / (1 + 1.079 / RegisterCount) * RegisterCount * RegisterCount / inverseSum;
        bool small = raw <= 2.5 * RegisterCount && zeros > 0;
        return (long)Math.Round(small ? RegisterCount * Math.Log((double)RegisterCount / zeros) : raw);
    }
}

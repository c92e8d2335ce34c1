using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>
/// The 64-bit hash of a value's text. Fingerprints on disk hold it, so it never changes: it is part of the file format.
/// Text is taken 16 bytes at a time as two little-endian words, the last 16 filled up with zeros; its length goes into the last step.
/// </summary>
/// <remarks>Folded 64x64 to 128-bit multiplication, after wyhash (Wang Yi, 2019, public domain).</remarks>
internal static class ValueHash
{
    private const ulong Key0 = 0xA0761D6478BD642F, Key1 = 0xE7037ED1A0B428DB;
    private const int Block = 16;

    /// <summary>The hash of text wherever it lies.</summary>
    internal static ulong Of(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[Block];
        ulong seed = Key0;
        var rest = text;
        for (; rest.Length > Block; rest = rest[Block..]) seed = Fold(Read(rest) ^ Key1, Read(rest[8..]) ^ seed);
        padded.Clear();
        rest.CopyTo(padded);
        return Finish(Read(padded), Read(padded[8..]), seed, text.Length);
    }

    /// <summary>The same for text in a chunk.</summary>
    internal static ulong Of(byte[] chunk, Field field) =>
        TryShort(ref MemoryMarshal.GetArrayDataReference(chunk), field, out ulong hash) ? hash : Of(chunk.AsSpan(field.Start, field.Length));

    /// <summary>The same for 1 to 16 bytes in a chunk, behind whose end bytes may be read: no copy, no branch on the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryShort(ref byte chunk, Field field, out ulong hash)
    {
        Unsafe.SkipInit(out hash);
        if ((uint)field.Length - 1 >= Block || !Bmi2.X64.IsSupported) return false;
        ref byte text = ref Unsafe.Add(ref chunk, (nint)(uint)field.Start);
        int bits = field.Length * 8, beyond = bits - 64;
        ulong low = Bmi2.X64.ZeroHighBits(Unsafe.ReadUnaligned<ulong>(ref text), (ulong)bits);
        ulong high = Bmi2.X64.ZeroHighBits(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, 8)), (ulong)(beyond & ~(beyond >> 31)));
        hash = Finish(low, high, Key0, field.Length);
        return true;
    }

    /// <summary>The hash of a number; both zeros are one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of(double value) => Fold((ulong)BitConverter.DoubleToInt64Bits(value + 0.0) ^ Key0, Key1) * Key0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong low, ulong high, ulong seed, int length) =>
        Fold(Key1 ^ (ulong)length, Fold(low ^ Key1, high ^ seed));

    private static ulong Read(ReadOnlySpan<byte> text) => BinaryPrimitives.ReadUInt64LittleEndian(text);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        if (Bmi2.X64.IsSupported) return Bmi2.X64.MultiplyNoFlags(a, b) ^ (a * b);
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}

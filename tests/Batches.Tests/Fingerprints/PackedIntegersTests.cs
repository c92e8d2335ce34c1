using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Batches.Tests.Fingerprints;

public class PackedIntegersTests
{
    private static ulong[] RoundTrip(ulong[] values)
    {
        var writer = new ByteWriter();
        PackedIntegers.Write(writer, values);
        Assert.Equal(PackedIntegers.PackedLength(values), writer.Length);
        Assert.InRange(writer.Length, PackedIntegers.LeastBytes(values.Length), int.MaxValue);
        var reader = new ByteReader(writer.Written, "list", 0);
        var read = new ulong[values.Length];
        PackedIntegers.Read(ref reader, read);
        Assert.Equal(0, reader.Left);
        return read;
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(50_007, 50_009), Prop.ForAll<ulong[], byte>((values, shift) =>
        {
            ulong[] shifted = [.. values.Select(value => value * 0x9E3779B97F4A7C15 >>> (shift & 63))];
            Assert.Equal(shifted, RoundTrip(shifted));
        }));

    [Fact]
    public void Read_EveryWidthAndLength_IsTheSame()
    {
        var random = new Random(50_002);
        for (int bits = 0; bits <= 64; bits++)
        {
            ulong mask = bits == 0 ? 0 : ulong.MaxValue >>> (64 - bits);
            for (int length = 0; length < 70; length++)
            {
                ulong[] values = [.. Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) & mask)];
                Assert.Equal(values, RoundTrip(values));
            }
        }
    }

    [Fact]
    public void Write_Zeros_TakeAByteABlock() => Assert.Equal(32, PackedIntegers.PackedLength(new ulong[1024]));

    [Fact]
    public void Read_MoreThan64Bits_IsRefused() => Assert.Throws<BadInputException>(() =>
    {
        var reader = new ByteReader([65, .. new byte[600]], "list", 0);
        PackedIntegers.Read(ref reader, new ulong[32]);
    });
}

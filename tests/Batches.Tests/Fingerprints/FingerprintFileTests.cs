using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Batches.Tests.Fingerprints;

public class FingerprintFileTests
{
    private static byte[] Write(Fingerprint fingerprint)
    {
        using var stream = new MemoryStream();
        FingerprintFile.Write(fingerprint, stream);
        return stream.ToArray();
    }

    private static Fingerprint Read(byte[] bytes) => FingerprintFile.Read(new MemoryStream(bytes), "reference.hfp");

    private static Fingerprint Some(int seed) => RandomFingerprints.Next(seed, new Random(seed + 1));

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(50_003, 50_005), Prop.ForAll<int>(seed =>
        {
            var original = Some(seed);
            var read = Read(Write(original));
            FingerprintAssert.Same(original, read);
            Assert.Equal(Write(original), Write(read));
        }));

    [Fact]
    public void Merge_ReadWithOriginal_SameAsOriginals()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var a = RandomFingerprints.Next(seed, new Random(1));
            var b = RandomFingerprints.Next(seed, new Random(2));
            FingerprintAssert.Same(a.Merge(b), Read(Write(a)).Merge(b));
            FingerprintAssert.Same(a.Merge(b), a.Merge(Read(Write(b))));
        }
    }

    [Theory]
    [InlineData(2, 200_000)]
    [InlineData(6, 260_000)]
    [InlineData(null, 410_000)] // doubles of full precision: 46 bits of each boundary are noise
    public void Write_FiftyColumnsOf1024Cells_IsSmall(int? digits, int limit)
    {
        var large = RandomFingerprints.Large(50, digits);
        byte[] bytes = Write(large);
        Assert.InRange(bytes.Length, 1, limit);
        FingerprintAssert.Same(large, Read(bytes));
    }

    [Fact]
    public void IsFingerprint_ByItsFirstEightBytes()
    {
        byte[] bytes = Write(Some(7));
        Assert.True(FingerprintFile.IsFingerprint(bytes));
        Assert.True(FingerprintFile.IsFingerprint(bytes.AsSpan(0, 8)));
        Assert.False(FingerprintFile.IsFingerprint(bytes.AsSpan(0, 7)));
        Assert.False(FingerprintFile.IsFingerprint("a,b,c,d,e\n"u8));
        Assert.False(FingerprintFile.IsFingerprint([]));
    }

    [Fact]
    public void Write_CountsThatDoNotFitTheCells_Throws()
    {
        var schema = new ColumnSchema("a", ColumnType.Numeric, ColumnRole.Feature);
        var column = new ColumnFingerprint { Schema = schema, Grid = new Grid([1, 2]), Counts = [1, 2], Distinct = new DistinctSketch() };
        var fingerprint = new Fingerprint { Schema = new Schema([schema], []), Columns = [column], Rows = 3 };
        Assert.Contains("2 counts for 3 cells", Assert.Throws<ArgumentException>(() => Write(fingerprint)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Write(fingerprint with { Columns = [] }));
        Assert.Throws<ArgumentException>(() => Write(fingerprint with { Columns = [column with { Counts = [1, -2, 3] }] }));
        Assert.Throws<ArgumentException>(() => Write(fingerprint with { Columns = [column with { Counts = [1, 2, 3], Schema = schema with { Name = "b" } }] }));
    }
}

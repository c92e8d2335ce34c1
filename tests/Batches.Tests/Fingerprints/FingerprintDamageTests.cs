using System.Buffers.Binary;

namespace Homeostat.Batches.Tests.Fingerprints;

public class FingerprintDamageTests
{
    private static byte[] Write(Fingerprint fingerprint)
    {
        using var stream = new MemoryStream();
        FingerprintFile.Write(fingerprint, stream);
        return stream.ToArray();
    }

    private static Fingerprint Read(byte[] bytes) => FingerprintFile.Read(new MemoryStream(bytes), "reference.hfp");

    private static Fingerprint Some(int seed) => RandomFingerprints.Next(seed, new Random(seed + 1));

    /// <summary>The bytes with a checksum that fits, as a hostile hand would leave them.</summary>
    private static byte[] Sealed(byte[] bytes)
    {
        if (bytes.Length < FingerprintFormat.HeaderLength) return bytes;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)(bytes.Length - FingerprintFormat.HeaderLength));
        uint checksum = FingerprintFormat.Checksum(bytes, bytes.AsSpan(FingerprintFormat.HeaderLength));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), checksum);
        return bytes;
    }

    [Fact]
    public void Read_EveryCut_IsDamaged()
    {
        byte[] bytes = Write(Some(7));
        for (int length = 0; length < bytes.Length; length++)
            Assert.Equal(ErrorCodes.FingerprintDamaged, Assert.Throws<BadInputException>(() => Read(bytes[..length])).Code);
    }

    [Fact]
    public void Read_EveryFlippedBit_IsRefused()
    {
        byte[] bytes = Write(Some(7));
        for (int bit = 0; bit < Math.Min(bytes.Length, 2000) * 8; bit++)
        {
            byte[] damaged = [.. bytes];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            string code = Assert.Throws<BadInputException>(() => Read(damaged)).Code;
            Assert.Equal(bit / 8 is 8 or 9 && damaged[8] + damaged[9] > 0 ? ErrorCodes.FingerprintNewer : ErrorCodes.FingerprintDamaged, code);
        }
    }

    [Fact]
    public void Read_BytesBehindTheEnd_IsDamaged() =>
        Assert.Equal(ErrorCodes.FingerprintDamaged, Assert.Throws<BadInputException>(() => Read([.. Write(Some(7)), 0])).Code);

    [Fact]
    public void Read_HostileBodies_AreReadOrRefusedWithoutMuchMemory()
    {
        var random = new Random(50_001);
        byte[][] seeds = [.. Enumerable.Range(0, 20).Select(seed => Write(Some(seed)))];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 5000; i++)
        {
            byte[] seed = seeds[random.Next(seeds.Length)];
            byte[] hostile = Sealed([.. seed[..FingerprintFormat.HeaderLength], .. Mutations.Of(seed.AsSpan(FingerprintFormat.HeaderLength), random)]);
            var fault = Record.Exception(() => Read(hostile));
            Assert.True(fault is null or BadInputException, $"{fault}");
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5000L * 400_000);
    }

    [Fact]
    public void Read_HeaderAsksForGigabytes_TakesNoMoreThanThereIs()
    {
        byte[] bytes = Write(Some(7));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), int.MaxValue - 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(ErrorCodes.FingerprintDamaged, Assert.Throws<BadInputException>(() => Read(bytes)).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void Read_NewerMajor_SaysBothVersions()
    {
        byte[] bytes = Write(Some(7));
        bytes[8] = 3;
        var fault = Assert.Throws<BadInputException>(() => Read(bytes));
        Assert.Equal(ErrorCodes.FingerprintNewer, fault.Code);
        Assert.Contains("reference.hfp has format version 3", fault.What, StringComparison.Ordinal);
        Assert.Contains("version 1", fault.What, StringComparison.Ordinal);
        Assert.Contains("Update", fault.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(0, false)]
    public void Read_BytesBehindWhatIsKnown_AreLeftOutOnlyForANewerMinor(byte minor, bool readable)
    {
        var original = Some(7);
        byte[] bytes = Sealed([.. Write(original), 1, 2, 3]);
        bytes[10] = minor;
        if (readable) FingerprintAssert.Same(original, Read(Sealed(bytes)));
        else Assert.Throws<BadInputException>(() => Read(Sealed(bytes)));
    }
}

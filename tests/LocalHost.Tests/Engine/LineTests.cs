using System.Text;

namespace Homeostat.LocalHost.Tests.Engine;

public sealed class LineTests
{
    [Fact]
    public void Line_IsJsonWithItsChecksum()
    {
        // CRC-32C (Castagnoli) of "a":1} by the catalogue's parameters (poly 0x1EDC6F41, reflected, init and xorout all ones), computed bit by bit below.
        var line = Encoding.UTF8.GetString(ChecksummedLine.Of("""{"a":1}"""u8));
        Assert.Equal($$"""{"crc":"{{BitByBit("\"a\":1}"u8):x8}}","a":1}""", line);
        Assert.Equal(0xE3069283, BitByBit("123456789"u8)); // check value of CRC-32/ISCSI in the catalogue of parametrised CRC algorithms
    }

    [Fact]
    public void Line_WithAnyByteChanged_OrCutAnywhere_IsNotGood()
    {
        var line = ChecksummedLine.Of("""{"kind":"started","at":"2026-03-01T12:00:00+00:00","name":"sum","payload":1}"""u8);
        Assert.True(ChecksummedLine.IsGood(line));
        for (var i = 0; i < line.Length; i++)
        {
            Assert.False(ChecksummedLine.IsGood(line.AsSpan(0, i)));
            for (var bit = 0; bit < 8; bit++)
            {
                line[i] ^= (byte)(1 << bit);
                // Digits of the checksum may be capitals: they say the same.
                Assert.True(!ChecksummedLine.IsGood(line) || (bit == 5 && i is >= 8 and < 16), $"bit {bit} of byte {i}");
                line[i] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void Guid_IsOfVersion5()
    {
        // RFC 9562, appendix A.4: www.example.com in the DNS namespace.
        var dns = new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), DeterministicGuid.Of(dns, "www.example.com"));
        Assert.Equal(3, new[] { DeterministicGuid.Of("a", 0, 0), DeterministicGuid.Of("a", 0, 1), DeterministicGuid.Of("a", 1, 0) }.Distinct().Count());
    }

    [Theory]
    [InlineData("controller-flights.12.jsonl", "controller-flights", 12)]
    [InlineData("a%2Fb%3A1.0.jsonl", "a/b:1", 0)]
    public void FileName_IsReadBack(string name, string id, int generation)
    {
        Assert.Equal(name, new HistoryFile(id, generation).Name);
        Assert.Equal(new HistoryFile(id, generation), HistoryFile.Parse(name));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("a.jsonl")]
    [InlineData(".1.jsonl")]
    [InlineData("a.-1.jsonl")]
    public void FileName_OfSomethingElse_IsNotOurs(string name) => Assert.Null(HistoryFile.Parse(name));

    private static uint BitByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
        }
        return ~crc;
    }
}

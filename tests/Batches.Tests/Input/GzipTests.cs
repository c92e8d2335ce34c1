using System.IO.Compression;
using System.Text;

namespace Homeostat.Batches.Tests.Input;

public sealed class GzipTests : IDisposable
{
    private static readonly string s_text = "a,b\n" + string.Concat(Enumerable.Range(0, 5000).Select(row => $"{row},{row * 7919L % 1000}\n"));

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void WholeGzip_IsReadAsTheTextItHolds()
    {
        Assert.Equal(5000, Checks.Profile(_files.WriteGzip("whole.csv.gz", s_text)).Rows);
        Assert.Equal(0, Checks.Profile(_files.WriteGzip("whole.csv.gz", s_text)).RaggedRows);
    }

    [Fact]
    public void SeveralMembers_AreReadOnAsOneText()
    {
        byte[] members = [.. Packed(s_text[..700]), .. Packed(""), .. Packed(s_text[700..])];
        Assert.Equal(5000, Checks.Profile(_files.Write("members.csv.gz", members)).Rows);
    }

    [Fact]
    public void CutGzip_AtAnyPlace_IsRefused()
    {
        byte[] whole = Packed(s_text);
        for (int length = 3; length < whole.Length; length += length < whole.Length - 20 ? 997 : 1)
            Assert.Equal(ErrorCodes.GzipDamaged, Checks.Refusal(_files.Write("cut.csv.gz", whole[..length])).Code);
    }

    [Fact]
    public void CutGzip_AsBatch_IsRefused()
    {
        var reference = Checks.Profile(_files.Write("reference.csv", s_text));
        string cut = _files.Write("cut.csv.gz", Packed(s_text)[..5000]);
        Assert.Equal(ErrorCodes.GzipDamaged, Assert.Throws<BadInputException>(() => Checks.Count(cut, reference)).Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(70_000)]
    public void Reading_InPiecesOfAnySize_GivesEveryByteOnce(int size)
    {
        using var stream = new WholeGzipStream(new MemoryStream(Packed(s_text)));
        var text = new MemoryStream();
        var piece = new byte[size];
        for (int read; (read = stream.Read(piece)) > 0;) text.Write(piece, 0, read);
        Assert.Equal(s_text, Encoding.UTF8.GetString(text.ToArray()));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}

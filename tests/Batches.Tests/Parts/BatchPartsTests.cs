using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Batches.Tests.Parts;

/// <summary>A file counted in parts, against the same file in one pass.</summary>
public sealed class BatchPartsTests : IDisposable
{
    private const string Reference = "id,x,city\n1,0.5,Oslo\n2,1.5,Bern\n3,2.5,Oslo\n4,-7,\"Rome, Lazio\"\n5,1e3,\n";

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("newlines", "id,x,city\n1,0.5,Oslo\n2,1.5,Bern\n3,2.5,Rome\n4,3.5,Oslo\n")]
    [InlineData("CRLF", "id,x,city\r\n1,0.5,Oslo\r\n2,1.5,Bern\r\n3,2.5,Rome\r\n4,3.5,Oslo\r\n")]
    [InlineData("no newline at the end", "id,x,city\n1,0.5,Oslo\n2,1.5,Bern\n3,2.5,Rome")]
    [InlineData("byte order mark", "\uFEFFid,x,city\n1,0.5,Oslo\n2,1.5,Bern\n3,2.5,Rome\n")]
    [InlineData("semicolons", "id;x;city\n1;0.5;Oslo\n2;1.5;Bern\n3;2.5;Rome\n")]
    [InlineData("empty lines", "id,x,city\n\n1,0.5,Oslo\n\n\n2,1.5,Bern\n\n3,2.5,Rome\n\n")]
    [InlineData("quoted fields", "id,x,city\n1,\"0.5\",\"Oslo\"\n2,1.5,\"a \"\"city\"\"\"\n3,2.5,\"Rome, Lazio\"\n")]
    [InlineData("newline within quotes", "id,x,city\n1,0.5,\"Oslo\nNorway\"\n2,1.5,Bern\n3,2.5,\"Rome\r\n\r\nLazio\"\n4,3.5,x\n")]
    [InlineData("quotes within a field", "id,x,city\n1,0.5,5\" pipe\n2,1.5,Bern\n3,2.5,6\" pipe\n")]
    [InlineData("ragged rows", "id,x,city\n1,0.5\n2,1.5,a\n3,1,b\n4,1,c\n5,1,d\n6,1,e\n7,1,f\n8,1,g\n9,1,h\n10,1,i\n11,1,j\n")]
    [InlineData("values of another type", "id,x,city\n1,abc,Oslo\n2,1.5,Bern\n3,,Rome\n4,2.5,Rome\n5,nan,x\n6,3.5,y\n")]
    [InlineData("JSON lines", "{\"id\":1,\"x\":0.5,\"city\":\"Oslo\"}\n{\"id\":2,\"x\":1.5,\"city\":\"a\\nb\"}\n{\"city\":\"Rome\",\"id\":3}\n")]
    [InlineData("JSON lines, CRLF", "{\"id\":1,\"x\":0.5}\r\n{\"id\":2,\"x\":null}\r\n{\"id\":3,\"x\":2.5}\r\n")]
    public async Task Parts_OfAnySize_CountWhatOnePassDoes(string what, string text)
    {
        var reference = ReferenceOf();
        var whole = Whole(text, reference)!;
        int counted = 0;
        for (int size = 1; size <= text.Length + 1; size++)
            if (await InPartsAsync(text, size, reference) is { } parts)
            {
                Same(whole, parts, $"{what}, {size} bytes a part");
                counted++;
            }
        Assert.NotEqual(0, counted);
    }

    [Theory]
    [InlineData("id,x,city\n")]
    [InlineData("id,x,city")]
    [InlineData("\uFEFF")]
    [InlineData("")]
    [InlineData("id,x,city\r1,0.5,Oslo\r2,1.5,Bern\r")]
    public async Task Split_WithoutRowsToCut_IsOnePass(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int size = 1; size <= bytes.Length + 1; size++) Assert.Null(await SplitAsync(bytes, size));
    }

    [Theory]
    [InlineData("over 10 % ragged", "id,x,city\n1,0.5\n2,1.5,Bern,more\n3,2.5,Rome\n4,1,a\n5,1,b\n6,1,c\n")]
    [InlineData("a column of another type", "id,x,city\n1,abc,Oslo\n2,,Bern\n3,def,Rome\n")]
    [InlineData("a quote that is never closed", "id,x,city\n1,1,Oslo\n2,1,\"Bern\n3,1,Rome\n")]
    public async Task File_ThatOnePassRefuses_PartsRefuseToo(string what, string text)
    {
        var reference = ReferenceOf();
        Assert.Null(Whole(text, reference));
        for (int size = 1; size <= text.Length + 1; size++) Assert.True(await InPartsAsync(text, size, reference) is null, $"{what}, {size} bytes a part");
    }

    [Fact]
    public async Task Split_OfGzipOrACollector_IsOnePass()
    {
        Assert.Null(await SplitAsync([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. "id,x\n1,2\n3,4\n"u8], 4));
        Assert.Null(await SplitAsync(Encoding.UTF8.GetBytes(
            """{"specversion":"1.0","id":"1","source":"s","type":"azureml.inference.inputs","datacontenttype":"application/json","time":"2026-05-01T00:00:00Z","data":[{"x":1}]}""" + "\n{}\n{}\n"), 200));
    }

    [Fact]
    public async Task Part_ThatEndsWithinQuotes_IsRefused()
    {
        byte[] text = "id,x,city\n1,0.5,\"Oslo\nNorway\"\n2,1.5,Bern\n"u8.ToArray();
        var split = (await SplitAsync(text, 12))!;
        Assert.Equal((byte)'o', text[split.Ends[0] - 2]);
        using var part = await BatchParts.OpenAsync(Opener(text), split, 0, "rows.csv", CancellationToken.None);
        var refused = Assert.Throws<BadInputException>(() => BatchCounter.Count(part!, ReferenceOf(), new CountOptions { Workers = 1 }));
        Assert.Equal(ErrorCodes.UnclosedQuote, refused.Code);
    }

    [Fact]
    public async Task File_ThatIsGoneOrShorter_HasNoPart()
    {
        byte[] text = "id,x,city\n1,0.5,Oslo\n2,1.5,Bern\n"u8.ToArray();
        var split = (await SplitAsync(text, 8))!;
        Assert.Null(await BatchParts.OpenAsync((_, _) => Task.FromResult<Stream?>(null), split, 0, "rows.csv", CancellationToken.None));
        Assert.Null(await BatchParts.OpenAsync(Opener(text[..4]), split, 0, "rows.csv", CancellationToken.None));
        Assert.Null(await BatchParts.OpenAsync(Opener("n,x,city2\n1,0.5,Oslo\n"u8.ToArray()), split, 0, "rows.csv", CancellationToken.None));
    }

    [Fact]
    public void AnyRows_CutAnywhere_CountTheSame() => Prop.ForAll(Rows().ToArbitrary(), Gen.Choose(1, 120).ToArbitrary(), (rows, size) =>
    {
        string text = "id,x,city\n" + string.Concat(rows);
        var reference = ReferenceOf();
        if (InPartsAsync(text, size, reference).GetAwaiter().GetResult() is { } parts) Same(Whole(text, reference)!, parts, text);
    }).QuickCheckThrowOnFailure();

    // Numbers far apart in size, so that sums of parts would differ were they rounded; fields with everything that quoting allows.
    private static Gen<string[]> Rows()
    {
        var number = Gen.Elements("0.1", "-0.1", "1e15", "-1e15", "3.3333333333333335", "1e-12", "", "NaN", "abc", "12345678901234567890");
        var city = Gen.Elements("Oslo", "", "\"Rome, Lazio\"", "\"a\nb\"", "\"a\r\nb\"", "\"\"\"\"", "5\" pipe", "new", "\"\n\"");
        var end = Gen.Elements("\n", "\r\n", "\n\n");
        return number.Zip(city).Zip(end).Select(row => string.Create(CultureInfo.InvariantCulture, $"1,{row.Item1.Item1},{row.Item1.Item2}{row.Item2}")).ArrayOf();
    }

    private Fingerprint ReferenceOf() => Checks.Profile(_files.Write("reference.csv", Reference));

    /// <summary>Null when it is refused.</summary>
    private static Fingerprint? Whole(string text, Fingerprint reference)
    {
        using var input = BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), "rows");
        try
        {
            return BatchCounter.Count(input, reference, new CountOptions { Workers = 1 });
        }
        catch (BadInputException)
        {
            return null;
        }
    }

    /// <summary>The sum of the parts; null when the file is to be read in one pass.</summary>
    private static async Task<Fingerprint?> InPartsAsync(string text, int size, Fingerprint reference)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (await SplitAsync(bytes, size) is not { } split) return null;
        Fingerprint? sum = null;
        try
        {
            for (int i = 0; i < split.Count; i++)
            {
                using var part = await BatchParts.OpenAsync(Opener(bytes), split, i, "rows", CancellationToken.None);
                if (part is null) return null;
                var counts = BatchCounter.Count(part, reference, new CountOptions { Workers = 1 });
                sum = sum?.Merge(counts) ?? counts;
            }
        }
        catch (BadInputException)
        {
            return null;
        }
        return sum;
    }

    private static Task<BatchSplit?> SplitAsync(byte[] bytes, int size) => BatchParts.SplitAsync(Opener(bytes), bytes.Length, size, CancellationToken.None);

    private static Func<long, CancellationToken, Task<Stream?>> Opener(byte[] bytes) =>
        (offset, _) => Task.FromResult<Stream?>(new MemoryStream(bytes, (int)Math.Min(offset, bytes.Length), (int)Math.Max(0, bytes.Length - offset)));

    private static void Same(Fingerprint whole, Fingerprint parts, string what)
    {
        Assert.Equal(Unmeasured(whole), Unmeasured(parts));
        foreach (var (one, sum) in whole.Columns.Zip(parts.Columns))
        {
            Assert.Equal((one.Moments.Finite, one.Moments.Infinite, one.Moments.Min, one.Moments.Max), (sum.Moments.Finite, sum.Moments.Infinite, sum.Moments.Min, sum.Moments.Max));
            Close(one.Moments.Mean, sum.Moments.Mean, what);
            Close(one.Moments.Variance, sum.Moments.Variance, what);
        }
    }

    // Everything but the moments, byte for byte.
    private static byte[] Unmeasured(Fingerprint fingerprint)
    {
        using var file = new MemoryStream();
        FingerprintFile.Write(fingerprint with { Columns = [.. fingerprint.Columns.Select(column => column with { Moments = Moments.Empty })] }, file);
        return file.ToArray();
    }

    private static void Close(double? one, double? sum, string what) =>
        Assert.True(one == sum || Math.Abs(one!.Value - sum!.Value) <= 1e-12 * Math.Abs(one.Value), $"{what}: {one} in one pass, {sum} in parts");
}

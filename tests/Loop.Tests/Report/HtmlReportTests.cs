using System.Text;
using System.Text.RegularExpressions;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class HtmlReportTests
{
    [Fact]
    public void Page_WithFiftyColumns_StaysBelow300KB() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Page(SampleReports.Wide(50))), 50_000, 299_999);

    [Fact]
    public void Page_NeedsNoNetwork()
    {
        string page = Page(SampleReports.Everything());
        Assert.DoesNotMatch(new Regex(@"https?:|//[a-z]|\bsrc=|<link|@import|url\(", RegexOptions.IgnoreCase), Markup(page));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'></title></style></desc></svg><b>")]
    [InlineData("a&b<c>d\0\u001b[31m")]
    public void HostileNames_AreTextEverywhere(string hostile)
    {
        var numbers = Fingerprints.Numbers(Samples.Normal(500, 1), hostile);
        var words = Fingerprints.Words(Samples.Repeat<string?>((hostile, 300), ("b", 200)), "c" + hostile);
        var report = SampleReports.Of(
            Fingerprints.Of(numbers, words, Fingerprints.Numbers(Samples.Normal(500, 1), "i" + hostile, role: ColumnRole.Id)),
            Fingerprints.Of(
                Fingerprints.Count(numbers, Samples.Normal(500, 2, 3)) with { TypeErrors = 90, Rows = 590, TypeErrorExample = hostile },
                Fingerprints.Count(words, Samples.Repeat<string?>((hostile, 100), ("b", 400))),
                Fingerprints.Count(Fingerprints.Numbers(Samples.Normal(500, 1), "i" + hostile, role: ColumnRole.Id), Samples.Normal(500, 3)))
                with { UnknownColumns = [hostile] }) with { ReferenceName = hostile, CurrentName = hostile };
        string harmless = Page(SampleReports.Of(report.Reference, report.Current));
        string page = Page(report);
        Assert.DoesNotContain(hostile, page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<script"));
        Assert.Equal(0, Regex.Count(page, "<img|<b>\\s*<|onerror=alert\\(1\\)>"));
        Assert.Equal(Regex.Count(harmless, "<"), Regex.Count(page, "<"));
    }

    [Fact]
    public void Page_IsWellNested()
    {
        string page = Markup(Page(SampleReports.Everything()));
        foreach (string element in (string[])["table", "tbody", "tr", "td", "th", "svg", "details", "dl", "div", "ul", "li", "text", "p", "header", "main", "footer"])
            Assert.Equal(Regex.Count(page, $@"<{element}\b[^>]*[^/]>|<{element}>"), Regex.Count(page, $"</{element}>"));
    }

    [Fact]
    public void Page_IsAccessible()
    {
        string page = Page(SampleReports.Everything());
        Assert.Contains("<caption>", page, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", page, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(page, "<svg role=\"img\""), Regex.Count(page, "<title id="));
        Assert.Equal(Regex.Count(page, "<svg role=\"img\""), Regex.Count(page, "<desc id="));
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfNothingJudged_SaysWhy()
    {
        var column = Fingerprints.Numbers(Samples.Normal(50, 1));
        string page = Page(SampleReports.Of(Fingerprints.Of(column), Fingerprints.Of(Fingerprints.Count(column, (double[])[]))));
        Assert.Contains("the current batch has no rows", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
    }

    [Fact]
    public void SamePage_FromSameReport() => Assert.Equal(Page(SampleReports.Everything()), Page(SampleReports.Everything()));

    internal static string Page(CheckReport report)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Markup(string page) => Regex.Replace(page, "<(style|script)>.*?</\\1>", "", RegexOptions.Singleline);
}

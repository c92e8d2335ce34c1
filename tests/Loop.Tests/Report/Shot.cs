namespace Homeostat.Loop.Tests;
public class Shot
{
    [Fact] public void Write()
    {
        File.WriteAllText("/tmp/shot/report.html", HtmlReportTests.Page(SampleReports.Everything()));
        File.WriteAllText("/tmp/shot/small.html", HtmlReportTests.Page(SampleReports.Everything(500, 100)));
        File.WriteAllText("/tmp/shot/wide.html", HtmlReportTests.Page(SampleReports.Wide(50)));
        using var s = File.Create("/tmp/shot/report.json"); JsonReport.Write(SampleReports.Everything(), s);
    }
}

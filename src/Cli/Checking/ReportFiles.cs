using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>The reports of a check: both or none.</summary>
internal sealed class ReportFiles : IDisposable
{
    private readonly OutputFile? _json;
    private readonly OutputFile? _html;

    internal ReportFiles(CheckRequest request, Terminal terminal)
    {
        _json = request.Json is { } json ? new OutputFile(json, terminal) : null;
        _html = request.Html is { } html ? new OutputFile(html, terminal) : null;
    }

    internal void Write(CheckReport report)
    {
        _html?.Stage(stream => HtmlReport.Write(report, stream));
        _json?.Stage(stream => JsonReport.Write(report, stream));
        _html?.Commit();
        _json?.Commit();
    }

    public void Dispose()
    {
        _json?.Dispose();
        _html?.Dispose();
    }
}

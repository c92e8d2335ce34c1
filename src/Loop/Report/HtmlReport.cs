using System.Text;

namespace Homeostat.Loop;

/// <summary>Writes a <see cref="CheckReport"/> as one HTML file that needs nothing else: no network, no fonts, no script to be read.</summary>
/// <remarks>
/// Script only sorts, filters and opens details before printing. A content security policy allows that one script by its hash and no
/// network at all, so a hostile column name has nothing to run even if it got past the escaping.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes the page in UTF-8; leaves the stream open.</summary>
    /// <param name="report">The verdict.</param>
    /// <param name="stream">Takes the page.</param>
    /// <param name="mostColumns">So many columns are shown, the gravest; of the others it is told how many there are.</param>
    public static void Write(CheckReport report, Stream stream, int mostColumns = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostColumns);
        var html = new Html();
        string script = HtmlAssets.Script;
        html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '{HtmlAssets.HashOf(script)}'">
            <title>{HtmlWords.Verdict(report.Drift.Verdict)}: {report.CurrentName} against {report.ReferenceName}</title>
            <style>
            {new Raw(HtmlAssets.Style)}</style>
            </head>
            <body>

            """);
        HtmlHeader.Write(html, report);
        html.Add($"<main>\n");
        if (report.Drift.Features.Length > 0) HtmlTable.Write(html, report, mostColumns);
        HtmlFooter.Write(html, report, mostColumns);
        html.Add($"</main>\n<script>{new Raw(script)}</script>\n</body>\n</html>\n");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }
}

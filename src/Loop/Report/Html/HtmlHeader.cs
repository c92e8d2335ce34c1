using System.Globalization;

namespace Homeostat.Loop;

/// <summary>The top of the page: verdict, conclusion, what was compared.</summary>
internal static class HtmlHeader
{
    public static void Write(Html html, CheckReport report)
    {
        var verdict = report.Drift.Verdict;
        html.Add($"""
            <header class="top {JsonNames.Of(verdict)}">
            <p class="brand">Homeostat drift report</p>
            <h1><span class="sign" aria-hidden="true">{HtmlWords.Sign(verdict)}</span> {HtmlWords.Verdict(verdict)}</h1>
            <p class="conclusion">{HtmlWords.Capital(HtmlWords.Prose(report.Conclusion))}.</p>
            <dl class="facts">
            <div><dt>Reference</dt><dd>{report.ReferenceName}<small>{Words.Count(report.Reference.Rows)} rows</small></dd></div>
            <div><dt>Current</dt><dd>{report.CurrentName}<small>{Words.Count(report.Current.Rows)} rows</small></dd></div>

            """);
        if (report.CheckedAt is { } at)
            html.Add($"<div><dt>Checked</dt><dd><time datetime=\"{at.ToString("O", CultureInfo.InvariantCulture)}\">{at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}</time><small>UTC{Offset(at)}</small></dd></div>\n");
        if (report.ElapsedSeconds is { } seconds)
            html.Add($"<div><dt>Took</dt><dd>{Words.Number(Math.Round(seconds, 3))} s</dd></div>\n");
        html.Add($"</dl>\n");
        if (report.Drift.Features.Length > 0) WriteTally(html, report);
        html.Add($"</header>\n");
    }

    private static void WriteTally(Html html, CheckReport report)
    {
        html.Add($"<ul class=\"tally\" aria-label=\"Columns by verdict\">");
        foreach (var verdict in (ReadOnlySpan<Verdict>)[Verdict.Fail, Verdict.Inconclusive, Verdict.Pass])
        {
            int count = 0;
            foreach (var feature in report.Drift.Features)
                if (feature.Verdict == verdict) count++;
            html.Add($"<li class=\"{JsonNames.Of(verdict)}\"><b>{count}</b> {HtmlWords.Verdict(verdict).ToLowerInvariant()}</li>");
        }
        html.Add($"</ul>\n");
    }

    private static string Offset(DateTimeOffset at) =>
        at.Offset == TimeSpan.Zero ? "" : (at.Offset < TimeSpan.Zero ? "\u2212" : "+") + at.Offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}

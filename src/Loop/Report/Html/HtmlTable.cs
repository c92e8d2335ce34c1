namespace Homeostat.Loop;

/// <summary>The table of judged columns; one body a column, so that a row and its details sort and filter together.</summary>
internal static class HtmlTable
{
    public static void Write(Html html, CheckReport report, int mostColumns)
    {
        html.Add($"""
            <form class="tools" id="tools" hidden role="search" aria-label="Filter columns">
            <label>Find <input type="search" id="find" placeholder="name, type or words" autocomplete="off"></label>
            <label>Verdict <select id="only"><option value="">all</option><option value="fail">drift</option><option value="inconclusive">inconclusive</option><option value="pass">no drift</option></select></label>
            <output id="shown" role="status"></output>
            </form>
            <table id="features">
            <caption>Judged columns, gravest first. <span class="legend"><svg width="16" height="10" aria-hidden="true"><rect class="r" width="16" height="10"/></svg> reference <svg width="16" height="10" aria-hidden="true"><path class="c" d="M0 5H16"/></svg> current</span></caption>
            <thead><tr><th scope="col" data-key="name">Column</th><th scope="col">What moved</th><th scope="col">Distribution</th><th scope="col" data-key="ratio">Against threshold</th><th scope="col" data-key="verdict" aria-sort="descending">Verdict</th></tr></thead>

            """);
        int shown = Math.Min(mostColumns, report.Drift.Features.Length), left = report.Drift.Features.Length - shown;
        for (int i = 0; i < shown; i++) HtmlFeature.Write(html, report, report.Drift.Features[i], i);
        html.Add($"</table>\n");
        if (left > 0) html.Add($"<p class=\"note\">{Words.Count(left)} more columns are left out to keep this page small; none of them is graver than those shown.</p>\n");
    }
}

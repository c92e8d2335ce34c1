namespace Homeostat.Loop;

/// <summary>What was not judged, and how the judging was done.</summary>
internal static class HtmlFooter
{
    public static void Write(Html html, CheckReport report, int mostColumns)
    {
        html.Add($"<footer>\n");
        if (report.NewColumns.Length > 0)
        {
            html.Add($"<p><b>New columns</b>, which the reference does not have:");
            foreach (string name in report.NewColumns.Take(mostColumns)) html.Add($" <code>{name}</code>");
            More(html, report.NewColumns.Length - mostColumns);
            html.Add($"</p>\n");
        }
        if (report.NotJudged.Length > 0)
        {
            html.Add($"<p><b>Not judged</b>:");
            foreach (var column in report.NotJudged.Take(mostColumns)) html.Add($" <code>{column.Name}</code> {column.Why};");
            More(html, report.NotJudged.Length - mostColumns);
            html.Add($"</p>\n");
        }
        if (report.RaggedRows > 0)
            html.Add($"<p><b>Rows with the wrong number of fields</b>, counted in no column: {Words.Count(report.Reference.RaggedRows)} in the reference, {Words.Count(report.Current.RaggedRows)} in the current batch.</p>\n");
        html.Add($"<p class=\"how\">A column drifts when a statistic is above its threshold and chance is ruled out: at most {Words.Percent(report.Drift.Options.Alpha)} of batches without drift fail. A difference that chance explains is inconclusive and says how many values would do.</p>\n</footer>\n");
    }

    private static void More(Html html, int count)
    {
        if (count > 0) html.Add($" and {Words.Count(count)} more");
    }
}

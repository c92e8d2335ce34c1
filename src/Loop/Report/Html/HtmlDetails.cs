namespace Homeostat.Loop;

/// <summary>All numbers of a column, behind a fold.</summary>
internal static class HtmlDetails
{
    public static void Write(Html html, FeatureVerdict feature)
    {
        html.Add($"<details><summary>All numbers<span class=\"sr\"> of {feature.Name}</span></summary><div class=\"all\">");
        WriteSignals(html, feature);
        WriteMetrics(html, feature.Metrics);
        html.Add($"</div>");
        foreach (string note in feature.Notes) html.Add($"<p class=\"note\">{note}</p>");
        html.Add($"</details>");
    }

    private static void WriteSignals(Html html, FeatureVerdict feature)
    {
        if (feature.Signals.Length == 0) return;
        html.Add($"<ul class=\"signals\">");
        foreach (var signal in feature.Signals)
            html.Add($"<li class=\"{JsonNames.Of(signal.Verdict)}\"><b aria-hidden=\"true\">{HtmlWords.Sign(signal.Verdict)}</b> {HtmlWords.Capital(HtmlWords.Prose(signal.Reason))}.</li>");
        html.Add($"</ul>");
    }

    private static void WriteMetrics(Html html, FeatureMetrics m)
    {
        html.Add($"<dl>");
        Number(html, "PSI", m.Psi);
        Number(html, "Jensen-Shannon", m.JensenShannon);
        Number(html, "Hellinger", m.Hellinger);
        Number(html, "Wasserstein", m.Wasserstein);
        Number(html, "Wasserstein in sd", m.WassersteinNormalised);
        Number(html, m.KsBound > 0 ? $"KS (raw values: up to {Words.Number(m.KsBound.Value)} more)" : "KS", m.Ks);
        Number(html, "KS p-value", m.KsPValue);
        Number(html, "Chi-square", m.ChiSquare);
        Number(html, "Chi-square p-value", m.ChiSquarePValue);
        Rate(html, "Missing", m.Missing);
        Rate(html, "Type errors", m.TypeError);
        Rate(html, "Unseen", m.Unseen);
        Rate(html, "Out of range", m.OutOfRange);
        html.Add($"</dl>");
    }

    private static void Number(Html html, string name, double? value)
    {
        if (value is { } number) html.Add($"<div><dt>{name}</dt><dd>{Words.Number(number)}</dd></div>");
    }

    private static void Rate(Html html, string name, RatePair rate)
    {
        if (rate != default) html.Add($"<div><dt>{name}</dt><dd>{HtmlWords.Prose(Words.Change(rate.Reference, rate.Current))}</dd></div>");
    }
}

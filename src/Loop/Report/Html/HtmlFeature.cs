using System.Globalization;

namespace Homeostat.Loop;

/// <summary>One column of the report.</summary>
internal static class HtmlFeature
{
    public static void Write(Html html, CheckReport report, FeatureVerdict feature, int index)
    {
        string verdict = JsonNames.Of(feature.Verdict);
        var signal = Foremost(feature);
        html.Add($"""
            <tbody class="{verdict}" data-name="{feature.Name}" data-verdict="{verdict}" data-ratio="{Ratio(feature)}">
            <tr><th scope="row">{feature.Name}<small>{HtmlWords.Type(feature.Type)}</small></th>
            <td class="why" data-label="What moved">{HtmlWords.Capital(HtmlWords.Prose(feature.Reason))}</td>
            <td class="plot" data-label="Distribution">
            """);
        if (Pair(report, feature.Name) is { } pair) Chart.Write(html, pair, feature, index);
        html.Add($"</td>\n<td data-label=\"Against threshold\">");
        if (signal is not null) WriteMeter(html, signal);
        html.Add($"""
            </td>
            <td data-label="Verdict"><span class="badge"><span aria-hidden="true">{HtmlWords.Sign(feature.Verdict)}</span> {HtmlWords.Verdict(feature.Verdict)}</span></td></tr>
            <tr class="more"><td colspan="5">
            """);
        HtmlDetails.Write(html, feature);
        html.Add($"</td></tr></tbody>\n");
    }

    private static void WriteMeter(Html html, SignalVerdict signal)
    {
        if (signal.Threshold is null) return;
        // The threshold stands in the middle; what is more than twice as large fills the bar.
        double width = Math.Min(signal.Ratio, 2) * 60;
        string name = SignalNames.Words(signal.Signal);
        html.Add($"{HtmlWords.Capital(name)}<br><b>{HtmlWords.Amount(signal.Signal, signal.Observed)}</b> <span class=\"of\">of {HtmlWords.Amount(signal.Signal, signal.Threshold)}</span>");
        html.Add($"<svg class=\"meter\" viewBox=\"0 0 120 10\" aria-hidden=\"true\"><rect class=\"track\" y=\"2\" width=\"120\" height=\"6\" rx=\"3\"/><rect class=\"fill\" y=\"2\" width=\"{width}\" height=\"6\" rx=\"3\"/><path d=\"M60 0V10\"/></svg>");
    }

    private static SignalVerdict? Foremost(FeatureVerdict feature)
    {
        SignalVerdict? foremost = null;
        foreach (var signal in feature.Signals)
            if (foremost is null || IsGraver(signal, foremost)) foremost = signal;
        return foremost;
    }

    private static bool IsGraver(SignalVerdict a, SignalVerdict b)
    {
        int order = FeatureJudge.Gravity(a.Verdict).CompareTo(FeatureJudge.Gravity(b.Verdict));
        return order > 0 || (order == 0 && a.Ratio > b.Ratio);
    }

    private static string Ratio(FeatureVerdict feature) =>
        Math.Min(feature.Severity, 1e9).ToString("0.####", CultureInfo.InvariantCulture);

    private static ColumnPair? Pair(CheckReport report, string name)
    {
        for (int i = 0; i < report.Reference.Columns.Length; i++)
            if (report.Reference.Columns[i].Schema.Name == name) return new ColumnPair(report.Reference.Columns[i], report.Current.Columns[i]);
        return null;
    }
}

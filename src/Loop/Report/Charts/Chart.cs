namespace Homeostat.Loop;

/// <summary>The picture of a column: paired bars for few different values, a histogram for many.</summary>
internal static class Chart
{
    public static void Write(Html html, ColumnPair pair, FeatureVerdict feature, int index)
    {
        if (!pair.HasDistributions)
        {
            html.Add($"<span class=\"none\">{(pair.Current.Present ? "no values to draw" : "not in the current batch")}</span>");
            return;
        }
        if (Bars.Of(pair) is { } bars) BarsSvg.Write(html, bars, feature, index);
        else HistogramSvg.Write(html, Histogram.Of(pair), feature, index);
    }

    /// <summary>The start of a picture, with its name and description for those who do not see it.</summary>
    public static void Open(Html html, FeatureVerdict feature, int index, int width, double height) =>
        html.Add($"<svg role=\"img\" viewBox=\"0 0 {width} {height}\" aria-labelledby=\"t{index} d{index}\"><title id=\"t{index}\">Distribution of {feature.Name}</title><desc id=\"d{index}\">{HtmlWords.Prose(feature.Reason)}</desc>");
}

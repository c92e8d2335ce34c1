namespace Homeostat.Loop;

/// <summary>Paired horizontal bars: reference above, current below, both shares in figures.</summary>
internal static class BarsSvg
{
    private const int Width = 280, Left = 84, Right = 190, Row = 17, LabelLength = 14;

    public static void Write(Html html, List<Bar> bars, FeatureVerdict feature, int index)
    {
        double largest = 0;
        foreach (var bar in bars) largest = Math.Max(largest, bar.Larger);
        Chart.Open(html, feature, index, Width, bars.Count * Row);
        for (int i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            double y = i * Row, scale = (Right - Left) / Math.Max(largest, 1e-12);
            html.Add($"<text x=\"{Left - 6}\" y=\"{y + 11.5}\" class=\"e\">{Short(bar.Label)}</text>");
            html.Add($"<rect class=\"r\" x=\"{Left}\" y=\"{y + 2}\" width=\"{Visible(bar.Reference, scale)}\" height=\"6\"/>");
            html.Add($"<rect class=\"s\" x=\"{Left}\" y=\"{y + 9}\" width=\"{Visible(bar.Current, scale)}\" height=\"5\"/>");
            html.Add($"<text x=\"{Width}\" y=\"{y + 11.5}\" class=\"e\">{HtmlWords.Prose(Change(bar))}</text>");
        }
        html.Add($"</svg>");
    }

    // A value that occurs is never drawn as if it did not.
    private static double Visible(double share, double scale) => share > 0 ? Math.Max(0.8, share * scale) : 0;

    private static string Change(Bar bar)
    {
        string from = Words.Percent(bar.Reference), to = Words.Percent(bar.Current);
        return from == to ? from : $"{from} -> {to}";
    }

    private static string Short(string label)
    {
        string clean = Words.Clean(label);
        return clean.Length <= LabelLength ? clean : clean[..(LabelLength - 1)] + "\u2026";
    }
}

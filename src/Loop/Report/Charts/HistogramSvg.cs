using System.Globalization;
using System.Text;

namespace Homeostat.Loop;

/// <summary>A histogram of the reference as an area, with the current batch as a line over it.</summary>
internal static class HistogramSvg
{
    private const int Width = 280, Top = 14, Floor = 74, Height = 90;
    private const double Step = (double)Width / Histogram.BinCount;

    // A single value that towers over the rest is cut and told in figures: else the rest would be a flat line.
    private const double Tower = 3, CutAt = 1.4;

    public static void Write(Html html, Histogram histogram, FeatureVerdict feature, int index)
    {
        int peak = Peak(histogram, -1);
        double top = HeightOf(histogram, peak), second = HeightOf(histogram, Peak(histogram, peak));
        bool cut = second > 0 && top > Tower * second;
        double scale = (Floor - Top) / Math.Max(1e-12, cut ? CutAt * second : top);
        Chart.Open(html, feature, index, Width, Height);
        html.Add($"<path class=\"r\" d=\"{new Raw(Outline(histogram.Reference, scale, true))}\"/><path class=\"c\" d=\"{new Raw(Outline(histogram.Current, scale, false))}\"/>");
        if (cut) WriteCut(html, histogram, peak);
        WriteAxis(html, histogram, feature);
        html.Add($"</svg>");
    }

    private static double HeightOf(Histogram histogram, int bin) => bin < 0 ? 0 : Math.Max(histogram.Reference[bin], histogram.Current[bin]);

    private static int Peak(Histogram histogram, int except)
    {
        int peak = -1;
        for (int bin = 0; bin < Histogram.BinCount; bin++)
            if (bin != except && (peak < 0 || HeightOf(histogram, bin) > HeightOf(histogram, peak))) peak = bin;
        return peak;
    }

    private static string Outline(double[] shares, double scale, bool closed)
    {
        var path = new StringBuilder(512).Append(CultureInfo.InvariantCulture, $"M0 {Floor}");
        double drawn = Floor;
        for (int bin = 0; bin < shares.Length; bin++)
        {
            double y = Math.Round(Math.Max(Top, Floor - shares[bin] * scale), 1);
            if (y != drawn) path.Append(CultureInfo.InvariantCulture, $"H{bin * Step:0.#}V{y:0.#}");
            drawn = y;
        }
        return path.Append(CultureInfo.InvariantCulture, $"H{Width}V{Floor}").Append(closed ? "Z" : "").ToString();
    }

    private static void WriteCut(Html html, Histogram histogram, int peak)
    {
        double x = (peak + 0.5) * Step;
        string anchor = x < Width / 2.0 ? "" : "e";
        html.Add($"<path class=\"cut\" d=\"M{x - Step} {Top + 7}L{x + Step} {Top + 3}\"/>");
        html.Add($"<text x=\"{(anchor.Length == 0 ? x - Step / 2 : x + Step / 2)}\" y=\"10\" class=\"{anchor}\">{HtmlWords.Prose(Words.Change(histogram.Reference[peak], histogram.Current[peak]))}</text>");
    }

    private static void WriteAxis(Html html, Histogram histogram, FeatureVerdict feature) =>
        html.Add($"<path class=\"a\" d=\"M0 {Floor}H{Width}\"/><text x=\"0\" y=\"87\">{(histogram.GoesLower ? "\u2264 " : "")}{ValueWords.Value(feature.Type, histogram.Low)}</text><text x=\"{Width}\" y=\"87\" class=\"e\">{(histogram.GoesHigher ? "\u2265 " : "")}{ValueWords.Value(feature.Type, histogram.High)}</text>");
}

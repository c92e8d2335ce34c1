using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>The features of a check, gravest first.</summary>
internal static class CheckTable
{
    private static readonly string[] s_headers = ["feature", "type", "what moved", "statistic", "threshold", "verdict"];

    internal static void Write(CheckReport report, Terminal terminal, bool all)
    {
        var style = new Style(terminal.IsColoured);
        var target = terminal.Out;
        target.WriteLine(Printable.Of($"Reference {report.ReferenceName}: {Numbers.Count(report.Reference.Rows, "row")}. "
            + $"Current {report.CurrentName}: {Numbers.Count(report.Current.Rows, "row")}."));
        var shown = report.Drift.Features.Where(feature => all || feature.Verdict != Verdict.Pass).ToList();
        if (shown.Count > 0)
        {
            target.WriteLine();
            Table(shown, terminal.Width, style).Write(target, style);
            target.WriteLine();
        }
        int passed = report.Drift.Features.Length - shown.Count;
        if (passed > 0) target.WriteLine($"{Numbers.Count(passed, "feature")} passed; --all lists them too.");
    }

    private static TextTable Table(List<FeatureVerdict> features, int width, Style style)
    {
        var table = new TextTable(s_headers, width, wrapped: 2);
        foreach (var feature in features)
        {
            var deciding = SignalText.Deciding(feature);
            table.Add(
                [feature.Name, SignalText.Type(feature.Type), feature.Reason, SignalText.Observed(deciding), SignalText.Threshold(deciding), feature.Verdict.ToString()],
                word => Paint(style, feature.Verdict, word));
        }
        return table;
    }

    private static string Paint(Style style, Verdict verdict, string word) => verdict switch
    {
        Verdict.Fail => style.Red(word),
        Verdict.Inconclusive => style.Yellow(word),
        _ => style.Green(word),
    };
}

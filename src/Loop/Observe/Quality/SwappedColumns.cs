using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>
/// Two numeric features that hold each other's values: each is far from its own reference and near the other's. Mean and standard deviation are
/// known exactly whatever the grids, so they decide.
/// </summary>
internal static class SwappedColumns
{
    private const long FewestValues = 30;

    // In standard deviations of the mean plus log-ratios of the spread.
    private const double Far = 1, Near = 0.25;

    public static void Check(ImmutableArray<ColumnPair> features, QualityFindings findings)
    {
        var moved = features.Where(pair => Shape.Of(pair) is { } s && Distance(s.Batch, s.Reference) > Far).ToList();
        for (int i = 0; i < moved.Count; i++)
            for (int j = i + 1; j < moved.Count; j++)
                if (AreSwapped(Shape.Of(moved[i])!, Shape.Of(moved[j])!)) findings.Take(Told(moved[i], moved[j]));
    }

    private static bool AreSwapped(Shape a, Shape b)
    {
        double near = Near + 4 / Math.Sqrt(Math.Min(a.Values, b.Values));
        return near < Far && Distance(a.Batch, b.Reference) < near && Distance(b.Batch, a.Reference) < near;
    }

    private static double Distance((double Mean, double Deviation) from, (double Mean, double Deviation) to) =>
        Math.Abs(from.Mean - to.Mean) / to.Deviation + Math.Abs(Math.Log(from.Deviation / to.Deviation));

    private static QualityFinding Told(ColumnPair a, ColumnPair b) => new()
    {
        Check = QualityCheck.Swapped,
        Column = a.Schema.Name,
        Verdict = Verdict.Fail,
        Count = Math.Min(a.CurrentValues, b.CurrentValues),
        Rule = "swapped/1",
        What = $"{Words.Quoted(a.Schema.Name)} and {Words.Quoted(b.Schema.Name)} hold each other's values: means {Mean(a)} and {Mean(b)}.",
        Why = "The model reads one for the other.",
        Fix = "Check the order of columns in the job that writes the batch.",
    };

    private static string Mean(ColumnPair pair) => $"{Words.Number(pair.Reference.Moments.Mean!.Value)} -> {Words.Number(pair.Current.Moments.Mean!.Value)}";

    /// <summary>Mean and spread on both sides; only for columns that vary.</summary>
    private sealed record Shape((double Mean, double Deviation) Reference, (double Mean, double Deviation) Batch, long Values)
    {
        public static Shape? Of(ColumnPair pair) =>
            pair.Schema.HasGrid && pair.CurrentValues >= FewestValues
            && pair.Reference.Moments is { Mean: { } from, StandardDeviation: > 0 and var spread }
            && pair.Current.Moments is { Mean: { } to, StandardDeviation: > 0 and var spreadNow }
                ? new Shape((from, spread), (to, spreadNow), pair.CurrentValues)
                : null;
    }
}

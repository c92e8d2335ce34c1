using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>Intervals of what the gates look at.</summary>
internal static class Intervals
{
    // Any number does; the same one makes every evaluation repeatable.
    private const int Seed = 20_260_101, FewestResamples = 2_000, MostResamples = 50_000;

    // So many resamples beyond either end of an interval settle where the end is.
    private const double TailResamples = 25;

    /// <summary>The BCa bootstrap interval of a difference of two metrics on the same units; of the first alone without a second. Null when there is none.</summary>
    public static MetricInterval? Bootstrap(IResampled first, IResampled? second, Units units, double confidence)
    {
        if (units.Count < 2) return null;
        int resamples = (int)Math.Clamp(Math.Ceiling(2 * TailResamples / (1 - confidence)), FewestResamples, MostResamples);
        var interval = PairedBootstrap.Interval(
            units.Count, drawn => first.Value(drawn) - (second?.Value(drawn) ?? 0), confidence, resamples, Seed);
        return Of(interval, confidence, "bca-bootstrap/1") is { } made ? made with { Resamples = resamples, Seed = Seed } : null;
    }

    public static MetricInterval? Wilson(long right, long rows, double confidence) =>
        rows == 0 ? null : Of(ProportionIntervals.Wilson(right, rows, confidence), confidence, "wilson/1");

    public static MetricInterval? Paired(PairedCounts counts, double confidence) => Of(
        ProportionIntervals.NewcombePaired(counts.BothRight, counts.OnlyChallenger, counts.OnlyChampion, counts.BothWrong, confidence),
        confidence,
        "newcombe-paired/1");

    private static MetricInterval? Of(ConfidenceInterval interval, double confidence, string method) =>
        double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? new(interval.Lower, interval.Upper, confidence, method) : null;
}

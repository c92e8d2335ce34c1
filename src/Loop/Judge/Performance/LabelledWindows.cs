using Homeostat.Batches;
using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>Measures labelled rows: the value of a metric and its interval.</summary>
public static class LabelledWindows
{
    private const int Resamples = 2000, Seed = 20_260_131;

    // The jackknife inside the interval costs rows squared; beyond this many an even pick of them gives the width, which shrinks with the root of all.
    private const int MostResampled = 1500;

    // A whole-number label with more levels than this is a quantity, not a class.
    private const int MostClasses = 20;

    /// <summary>The metric and its interval: Wilson's for a share of right answers, a seeded BCa bootstrap for all others.</summary>
    /// <param name="rows">Labelled rows, in any order.</param>
    /// <param name="options">Metric and confidence.</param>
    /// <param name="label">Type of the label's column, from which the metric is chosen when the options name none.</param>
    public static LabelledWindow Measure(IReadOnlyCollection<LabelledRow> rows, PerformanceOptions options, ColumnType label)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var metric = options.Metric ?? (IsQuantity(rows, label) ? PerformanceMetric.RootMeanSquaredError : PerformanceMetric.Accuracy);
        var sample = new MetricSample(metric, rows);
        var window = new LabelledWindow
        {
            Metric = metric,
            Rows = sample.Rows,
            Dropped = sample.Dropped,
            Error90 = sample.Error90,
            Confidence = options.Confidence,
            Method = "none",
            From = rows.Min(row => row.Prediction.Time),
            To = rows.Max(row => row.Prediction.Time),
        };
        if (sample.Rows == 0) return window;
        return metric == PerformanceMetric.Accuracy ? OfRight(window, sample.Right) : Resampled(window, sample);
    }

    /// <summary>A window, or a baseline, of which only the share of right answers is known.</summary>
    public static LabelledWindow OfCounts(long right, long rows, PerformanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var window = new LabelledWindow { Metric = PerformanceMetric.Accuracy, Rows = rows, Confidence = options.Confidence, Method = "none" };
        return rows == 0 ? window : OfRight(window, right);
    }

    private static bool IsQuantity(IReadOnlyCollection<LabelledRow> rows, ColumnType label) =>
        label == ColumnType.Numeric || (label == ColumnType.Integer && rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Take(MostClasses + 1).Count() > MostClasses);

    private static LabelledWindow OfRight(LabelledWindow window, long right)
    {
        var interval = ProportionIntervals.Wilson(right, window.Rows, window.Confidence);
        return window with { Right = right, Value = (double)right / window.Rows, Lower = interval.Lower, Upper = interval.Upper, Method = "wilson/1" };
    }

    private static LabelledWindow Resampled(LabelledWindow window, MetricSample sample)
    {
        double value = sample.Of([.. Enumerable.Range(0, sample.Rows)]);
        if (!double.IsFinite(value)) return window;
        int picked = Math.Min(sample.Rows, MostResampled);
        int[] pick = [.. Enumerable.Range(0, picked).Select(i => (int)((long)i * sample.Rows / picked))];
        double Statistic(ReadOnlySpan<int> places)
        {
            var rows = new int[places.Length];
            for (int i = 0; i < rows.Length; i++) rows[i] = pick[places[i]];
            return sample.Of(rows);
        }
        var interval = PairedBootstrap.Interval(picked, Statistic, window.Confidence, Resamples, Seed);
        if (!double.IsFinite(interval.Lower) || !double.IsFinite(interval.Upper)) return window with { Value = value };
        double centre = sample.Of(pick), shrink = Math.Sqrt((double)picked / sample.Rows);
        return window with
        {
            Value = value,
            Lower = value - shrink * (centre - interval.Lower),
            Upper = value + shrink * (interval.Upper - centre),
            Method = FormattableString.Invariant($"bca/1 seed {Seed} resamples {Resamples} rows {picked}"),
        };
    }
}

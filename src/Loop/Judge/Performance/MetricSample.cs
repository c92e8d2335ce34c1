using Homeostat.Statistics.Performance;

namespace Homeostat.Loop;

/// <summary>Labelled rows as numbers, and a metric of any of them.</summary>
internal sealed class MetricSample
{
    private readonly PerformanceMetric _metric;
    private readonly List<double> _truth = [], _predicted = [];
    private readonly List<double> _scores = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly int _positive = -1;

    public MetricSample(PerformanceMetric metric, IEnumerable<LabelledRow> rows)
    {
        _metric = metric;
        foreach (var row in rows)
            if (!TryAdd(row)) Dropped++;
        if (NeedsScores) _positive = Positive();
    }

    public int Rows => _truth.Count;

    public long Dropped { get; private set; }

    /// <summary>Whether answers are numbers, and smaller errors better.</summary>
    public static bool IsError(PerformanceMetric metric) => metric is PerformanceMetric.MeanAbsoluteError or PerformanceMetric.RootMeanSquaredError;

    private bool NeedsScores => _metric is PerformanceMetric.RocAuc or PerformanceMetric.LogLoss or PerformanceMetric.Brier;

    public long Right
    {
        get
        {
            long right = 0;
            for (int i = 0; i < Rows; i++) right += _truth[i] == _predicted[i] ? 1 : 0;
            return right;
        }
    }

    /// <summary>The metric of the rows at the given places; NaN when they do not tell.</summary>
    public double Of(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty || (NeedsScores && _positive < 0)) return double.NaN;
        if (IsError(_metric))
        {
            double[] truth = Pick(_truth, rows), predicted = Pick(_predicted, rows);
            return _metric == PerformanceMetric.MeanAbsoluteError ? Regression.MeanAbsoluteError(truth, predicted) : Regression.RootMeanSquaredError(truth, predicted);
        }
        int[] classes = [.. Pick(_truth, rows).Select(c => (int)c)];
        if (NeedsScores) return OfScores(classes, Pick(_scores, rows));
        int[] answers = [.. Pick(_predicted, rows).Select(c => (int)c)];
        return _metric switch
        {
            PerformanceMetric.Accuracy => Classification.Accuracy(classes, answers),
            PerformanceMetric.BalancedAccuracy => Classification.BalancedAccuracy(classes, answers),
            _ => _classes.Count <= 2 ? BinaryClassification.F1(classes, answers, positive: Positive()) : MacroClassification.F1(classes, answers),
        };
    }

    private double OfScores(int[] truth, double[] scores) => _metric switch
    {
        PerformanceMetric.RocAuc => Ranking.RocAuc(truth, scores, positive: _positive),
        PerformanceMetric.LogLoss => ProbabilityScores.LogLoss(truth, scores, positive: _positive),
        _ => ProbabilityScores.Brier(truth, scores, positive: _positive),
    };

    private bool TryAdd(in LabelledRow row)
    {
        if (IsError(_metric))
        {
            if (!LabelText.TryNumber(row.Label, out double label) || !LabelText.TryNumber(row.Prediction.Prediction, out double answer)) return false;
            _truth.Add(label);
            _predicted.Add(answer);
            return true;
        }
        if (NeedsScores && row.Prediction.Score is not >= double.MinValue and <= double.MaxValue) return false;
        _truth.Add(ClassOf(row.Label));
        _predicted.Add(ClassOf(row.Prediction.Prediction));
        _scores.Add(row.Prediction.Score ?? 0);
        return true;
    }

    private int ClassOf(string text)
    {
        string name = LabelText.Canonical(text);
        if (!_classes.TryGetValue(name, out int index)) _classes.Add(name, index = _classes.Count);
        return index;
    }

    // Scores are of the positive class: the usual names of it, else the last by name of two. With more than two a score is that of the answer, and
    // nothing here can be made of it.
    private int Positive()
    {
        foreach (string name in new[] { "1", "true", "yes", "Yes", "YES", "positive" })
            if (_classes.Count <= 2 && _classes.TryGetValue(name, out int index)) return index;
        return _classes.Count == 2 ? _classes.MaxBy(c => c.Key, StringComparer.Ordinal).Value : -1;
    }

    private static double[] Pick(List<double> values, ReadOnlySpan<int> rows)
    {
        var picked = new double[rows.Length];
        for (int i = 0; i < picked.Length; i++) picked[i] = values[rows[i]];
        return picked;
    }
}

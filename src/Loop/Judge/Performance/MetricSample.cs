using Homeostat.Statistics.Performance;

namespace Homeostat.Loop;

/// <summary>Labelled rows as numbers, and a metric of any of them.</summary>
internal sealed class MetricSample
{
    private readonly PerformanceMetric _metric;
    private readonly List<LabelledRow> _kept = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly int _positive;
    private readonly double[] _truth, _predicted;
    private readonly int[] _truthClasses, _predictedClasses;

    // What a metric is taken of; filled anew for each pick of rows, thousands of them in a bootstrap.
    private readonly double[] _first, _second;
    private readonly int[] _firstClasses, _secondClasses;

    public MetricSample(PerformanceMetric metric, IReadOnlyCollection<LabelledRow> rows)
    {
        _metric = metric;
        foreach (var row in rows)
            if (IsUsable(row)) _kept.Add(row);
        Dropped = rows.Count - _kept.Count;
        bool numbers = IsError(metric);
        _truth = numbers ? [.. _kept.Select(row => Number(row.Label))] : [];
        _predicted = numbers ? [.. _kept.Select(row => Number(row.Prediction.Prediction))] : [.. _kept.Select(row => row.Prediction.Score ?? 0)];
        _truthClasses = numbers ? [] : [.. _kept.Select(row => ClassOf(row.Label))];
        _predictedClasses = numbers ? [] : [.. _kept.Select(row => ClassOf(row.Prediction.Prediction))];
        _positive = Positive();
        (_first, _second, _firstClasses, _secondClasses) = (new double[Rows], new double[Rows], new int[Rows], new int[Rows]);
    }

    public int Rows => _kept.Count;

    public long Dropped { get; }

    /// <summary>Whether answers are numbers, and smaller errors better.</summary>
    public static bool IsError(PerformanceMetric metric) => metric is PerformanceMetric.MeanAbsoluteError or PerformanceMetric.RootMeanSquaredError;

    public double? Error90
    {
        get
        {
            if (!IsError(_metric) || Rows == 0) return null;
            double[] errors = [.. _truth.Zip(_predicted, (truth, answer) => Math.Abs(truth - answer)).Order()];
            return errors[(int)Math.Ceiling(0.9 * errors.Length) - 1];
        }
    }

    private bool NeedsScores => _metric is PerformanceMetric.RocAuc or PerformanceMetric.LogLoss or PerformanceMetric.Brier;

    public long Right
    {
        get
        {
            long right = 0;
            for (int i = 0; i < Rows; i++) right += _truthClasses[i] == _predictedClasses[i] ? 1 : 0;
            return right;
        }
    }

    /// <summary>The metric of the rows at the given places; NaN when they do not tell.</summary>
    public double Of(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty || (NeedsScores && _positive < 0)) return double.NaN;
        if (IsError(_metric))
        {
            ReadOnlySpan<double> numbers = Pick(_truth, rows, _first), answered = Pick(_predicted, rows, _second);
            return _metric == PerformanceMetric.MeanAbsoluteError ? Regression.MeanAbsoluteError(numbers, answered) : Regression.RootMeanSquaredError(numbers, answered);
        }
        ReadOnlySpan<int> truth = Pick(_truthClasses, rows, _firstClasses);
        if (NeedsScores) return OfScores(truth, Pick(_predicted, rows, _first));
        ReadOnlySpan<int> answers = Pick(_predictedClasses, rows, _secondClasses);
        return _metric switch
        {
            PerformanceMetric.Accuracy => Classification.Accuracy(truth, answers),
            PerformanceMetric.BalancedAccuracy => Classification.BalancedAccuracy(truth, answers),
            _ => _positive >= 0 ? BinaryClassification.F1(truth, answers, positive: _positive) : MacroClassification.F1(truth, answers),
        };
    }

    private double OfScores(ReadOnlySpan<int> truth, ReadOnlySpan<double> scores) => _metric switch
    {
        PerformanceMetric.RocAuc => Ranking.RocAuc(truth, scores, positive: _positive),
        PerformanceMetric.LogLoss => ProbabilityScores.LogLoss(truth, scores, positive: _positive),
        _ => ProbabilityScores.Brier(truth, scores, positive: _positive),
    };

    private bool IsUsable(in LabelledRow row) =>
        IsError(_metric)
            ? LabelText.TryNumber(row.Label, out _) && LabelText.TryNumber(row.Prediction.Prediction, out _)
            : !NeedsScores || (row.Prediction.Score is { } score && double.IsFinite(score));

    private static double Number(string text) => LabelText.TryNumber(text, out double number) ? number : double.NaN;

    private int ClassOf(string text)
    {
        string name = LabelText.Canonical(text);
        if (!_classes.TryGetValue(name, out int index)) _classes.Add(name, index = _classes.Count);
        return index;
    }

    // -1 for other than two classes. Scores are of the positive class: the usual names of it, else the last by name of two. With more than two a
    // score is that of the answer, and nothing here can be made of it.
    private int Positive()
    {
        foreach (string name in new[] { "1", "true", "yes", "Yes", "YES", "positive" })
            if (_classes.Count <= 2 && _classes.TryGetValue(name, out int index)) return index;
        return _classes.Count == 2 ? _classes.MaxBy(c => c.Key, StringComparer.Ordinal).Value : -1;
    }

    private static ReadOnlySpan<T> Pick<T>(T[] values, ReadOnlySpan<int> rows, T[] into)
    {
        for (int i = 0; i < rows.Length; i++) into[i] = values[rows[i]];
        return into.AsSpan(0, rows.Length);
    }
}

namespace Homeostat.Loop;

/// <summary>One metric of both models, on all rows or some.</summary>
internal sealed record MetricMeasure(HoldoutRows Rows, PerformanceMetric Metric)
{
    // Sums are kept by class and unit: beyond, they would fill the memory.
    private const int MostClasses = 2_000;

    /// <summary>Why the metric cannot be computed here; null when it can.</summary>
    public string? Problem()
    {
        string name = MetricTraits.Name(Metric);
        if (Rows.Count == 0) return "No row has both a label that can be read and an answer of every model. Look at the labels and at the endpoint's answers.";
        if (MetricTraits.HasUnit(Metric) != (Rows.Task == TaskKind.Regression))
            return $"'{name}' does not apply: the model answers {(Rows.Task == TaskKind.Regression ? "numbers" : "classes")}. Name another metric under 'gates.metric'.";
        if (Rows.ClassCount > MostClasses && Metric is (PerformanceMetric.BalancedAccuracy or PerformanceMetric.F1))
            return $"{Words.Count(Rows.ClassCount)} classes are too many for '{name}'. Is the label an identifier? Name another label, or accuracy under 'gates.metric'.";
        if (!MetricTraits.NeedsScores(Metric)) return null;
        if (Rows.Task != TaskKind.Binary) return $"'{name}' needs the probability of every class, and answers carry one. Name another metric under 'gates.metric'.";
        if (Sides().Any(side => Metric == PerformanceMetric.RocAuc ? side.Scores.Length == 0 : !side.HasProbabilities))
            return $"'{name}' needs a probability for every row, and some rows have none. Have the model answer with probabilities, or name another metric.";
        return Metric == PerformanceMetric.RocAuc && !HasBothClasses(Enumerable.Range(0, Rows.Count))
            ? $"'{name}' needs rows of both classes, and the holdout has one. Widen the window, or name another metric."
            : null;
    }

    /// <summary>Whether the metric has a value on some of the rows.</summary>
    public bool Applies(int[] rows) => Metric != PerformanceMetric.RocAuc || HasBothClasses(rows);

    /// <summary>The metric of one side on some rows.</summary>
    public IResampled Of(HoldoutSide side, Units units) => Metric switch
    {
        PerformanceMetric.RocAuc => new AreaMetric(Rows.Truth, side, units),
        PerformanceMetric.BalancedAccuracy => new SumMetric(new ClassSums(Rows.Truth, side, Rows.ClassCount, f1: false), units),
        PerformanceMetric.F1 => new SumMetric(new ClassSums(Rows.Truth, side, Rows.ClassCount, f1: true), units),
        _ => new SumMetric(MeanSums.Of(Metric, Rows.Truth, side), units),
    };

    /// <summary>The interval of the challenger's metric alone.</summary>
    public MetricInterval? Own(IResampled challenger, Units units, double confidence)
    {
        if (Metric != PerformanceMetric.Accuracy) return Intervals.Bootstrap(challenger, null, units, confidence);
        return Intervals.Wilson(units.Rows.LongCount(row => Rows.Truth.Classes[row] == Rows.Challenger.Classes[row]), units.Rows.Length, confidence);
    }

    /// <summary>The interval of how much better the challenger is.</summary>
    public MetricInterval? Gain(IResampled challenger, IResampled champion, Units units, double confidence)
    {
        if (Metric == PerformanceMetric.Accuracy) return Intervals.Paired(Pairs(units.Rows), confidence);
        return MetricTraits.IsLargerBetter(Metric)
            ? Intervals.Bootstrap(challenger, champion, units, confidence)
            : Intervals.Bootstrap(champion, challenger, units, confidence);
    }

    /// <summary>Rows by who was right.</summary>
    public PairedCounts Pairs(int[] rows)
    {
        long both = 0, onlyChallenger = 0, onlyChampion = 0, flips = 0;
        foreach (int row in rows)
        {
            int truth = Rows.Truth.Classes[row], mine = Rows.Challenger.Classes[row], theirs = Rows.Champion!.Classes[row];
            if (mine != theirs) flips++;
            if (mine == truth && theirs == truth) both++;
            else if (mine == truth) onlyChallenger++;
            else if (theirs == truth) onlyChampion++;
        }

        return new(both, onlyChallenger, onlyChampion, rows.Length - both - onlyChallenger - onlyChampion, flips);
    }

    private IEnumerable<HoldoutSide> Sides() => Rows.Champion is { } champion ? [Rows.Challenger, champion] : [Rows.Challenger];

    private bool HasBothClasses(IEnumerable<int> rows) => rows.Select(row => Rows.Truth.Classes[row] == 1).Distinct().Count() == 2;
}

using System.Collections.Immutable;
using Homeostat.Loop;
using Homeostat.Statistics.Performance;

namespace Homeostat.ModelRuntime;

/// <summary>How a model does on rows of a design from some row on. Names are those of the policy's metrics.</summary>
internal static class ModelMetrics
{
    internal static ImmutableSortedDictionary<string, double> Of(ModelTask task, Coefficients coefficients, Design design, int first, TargetScale scale)
    {
        double[] scores = new double[coefficients.Outputs * (design.Rows - first)];
        coefficients.Score(design, first, design.Rows - first, scores);
        return Of(task, scores, design, first, scale);
    }

    /// <summary>The same from scores: all rows' of one output, then all of the next.</summary>
    internal static ImmutableSortedDictionary<string, double> Of(ModelTask task, double[] scores, Design design, int first, TargetScale scale)
    {
        int rows = design.Rows - first;
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (rows == 0) return metrics.ToImmutable();
        double[] weights = design.Weights.AsSpan(first, rows).ToArray();
        double[] targets = design.Targets.AsSpan(first, rows).ToArray();
        if (task.Kind == TaskKind.Regression) AddNumbers(metrics, scale, targets, scores, weights);
        else AddClasses(metrics, task, targets, scores, weights);
        return metrics.ToImmutable();
    }

    private static void AddNumbers(ImmutableSortedDictionary<string, double>.Builder metrics, TargetScale scale, double[] targets, double[] scores, double[] weights)
    {
        for (int i = 0; i < targets.Length; i++) (targets[i], scores[i]) = (targets[i] * scale.Deviation + scale.Mean, scores[i] * scale.Deviation + scale.Mean);
        metrics["meanAbsoluteError"] = Regression.MeanAbsoluteError(targets, scores, weights);
        metrics["rootMeanSquaredError"] = Regression.RootMeanSquaredError(targets, scores, weights);
    }

    private static void AddClasses(ImmutableSortedDictionary<string, double>.Builder metrics, ModelTask task, double[] targets, double[] scores, double[] weights)
    {
        int rows = targets.Length, outputs = scores.Length / rows;
        int[] truth = Array.ConvertAll(targets, target => (int)target), predicted = new int[rows];
        double[] probabilities = new double[scores.Length], row = new double[outputs];
        for (int i = 0; i < rows; i++)
        {
            for (int output = 0; output < outputs; output++) row[output] = scores[output * rows + i];
            var answer = Answer.Of(task.Kind, row);
            predicted[i] = answer.Class;
            if (task.Kind == TaskKind.Binary) probabilities[i] = answer.Value;
            else row.CopyTo(probabilities, i * outputs);
        }
        metrics["accuracy"] = Classification.Accuracy(truth, predicted, weights);
        if (truth.Distinct().Count() > 1) metrics["balancedAccuracy"] = Classification.BalancedAccuracy(truth, predicted, weights);
        if (task.Kind == TaskKind.Multiclass)
        {
            metrics["logLoss"] = MulticlassScores.LogLoss(truth, probabilities, outputs, weights);
            return;
        }
        metrics["logLoss"] = ProbabilityScores.LogLoss(truth, probabilities, weights);
        metrics["brier"] = ProbabilityScores.Brier(truth, probabilities, weights);
        if (truth.Distinct().Count() > 1) metrics["rocAuc"] = Ranking.RocAuc(truth, probabilities, weights);
    }
}

using System.Collections.Immutable;
using Homeostat.Loop;
using Microsoft.ML;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>Fits on the earlier rows, measures on the latest, with settings drawn at random beside the given ones; then fits on all rows.</summary>
internal sealed class TrainerSearch(Design design, ModelPlan plan, TrainingConfig config, int seed, CancellationToken cancellation)
{
    private readonly FeatureLayout _layout = new(plan.Shapes);

    internal TrainerResult Run(TrainerSettings settings, int trials)
    {
        int learned = ModelSearch.LearnedRows(design, config);
        if (learned == design.Rows) return new TrainerResult(Fit(settings, design.Rows), settings, ImmutableSortedDictionary<string, double>.Empty);
        var best = (Settings: settings, Metrics: Measure(settings, learned));
        var chance = new Random(seed);
        for (int trial = 1; trial < trials; trial++)
        {
            var other = settings.Draw(chance);
            var metrics = Measure(other, learned);
            if (Loss(metrics) < Loss(best.Metrics)) best = (other, metrics);
        }
        return new TrainerResult(Fit(best.Settings, design.Rows), best.Settings, best.Metrics);
    }

    private TrainedModel Fit(TrainerSettings settings, int rows)
    {
        cancellation.ThrowIfCancellationRequested();
        var context = new MLContext(seed);
        var view = context.Data.LoadFromEnumerable(new DesignRows(design, _layout, plan.Task.Kind, rows, cancellation), _layout.Columns(plan.Task.Classes.Length));
        // Ascent goes through the rows many times and in chance order; trees bin them once.
        if (settings.Kind == TrainerKind.Sdca) view = context.Data.Cache(view);
        return new TrainedModel(context, Trainers.For(context, settings, plan.Task.Kind, seed).Fit(view), plan);
    }

    private ImmutableSortedDictionary<string, double> Measure(TrainerSettings settings, int learned)
    {
        var model = Fit(settings, learned);
        int rows = design.Rows - learned;
        double[] scores = new double[model.Outputs * rows], one = new double[model.Outputs];
        var values = new FeatureValue[plan.Shapes.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int feature = 0; feature < values.Length; feature++) values[feature] = design.Columns[feature].Get(learned + row);
            model.Score(values, one);
            for (int output = 0; output < one.Length; output++) scores[output * rows + row] = one[output];
        }
        // Targets were scaled for the trainer, and metrics want both sides in that unit.
        if (plan.Task.Kind == TaskKind.Regression)
            for (int row = 0; row < rows; row++) scores[row] = (scores[row] - plan.Scale.Mean) / plan.Scale.Deviation;
        return ModelMetrics.Of(plan.Task, scores, design, learned, plan.Scale);
    }

    private double Loss(ImmutableSortedDictionary<string, double> metrics) => metrics[plan.Task.Kind == TaskKind.Regression ? "rootMeanSquaredError" : "logLoss"];
}

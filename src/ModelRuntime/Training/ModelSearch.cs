using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>Fits on the earlier rows, measures on the later ones, with settings drawn at random beside the configured ones; then fits on all rows.</summary>
internal sealed class ModelSearch(Design design, ModelTask task, TargetScale scale, TrainingConfig config)
{
    // Fewer rows measure nothing.
    private const int FewestRows = 50;

    private int Learned => design.Rows < FewestRows ? design.Rows : Math.Max(1, (int)(design.Rows * (1 - config.Validation)));

    internal SearchResult Run(int trials, int seed, Coefficients? start, CancellationToken cancellation)
    {
        var chance = new Random(seed);
        var configured = new FitOptions(config.Ridge, config.Straightening);
        if (Learned == design.Rows) return new SearchResult(Fit(design.Rows, configured, start), configured, ImmutableSortedDictionary<string, double>.Empty, []);
        (Fit Fit, FitOptions Options, double Loss)? best = null;
        var tried = ImmutableArray.CreateBuilder<Trial>();
        for (int trial = 0; trial < trials; trial++)
        {
            cancellation.ThrowIfCancellationRequested();
            var options = trial == 0 ? configured : new FitOptions(Draw(chance, 0.1, 100), Draw(chance, 10, 10_000));
            var fit = Fit(Learned, options, best?.Fit.Coefficients ?? start);
            double loss = LossOf(fit.Coefficients);
            tried.Add(new Trial(options.Ridge, options.Straightening, loss));
            if (best is null || loss < best.Value.Loss) best = (fit, options, loss);
        }
        var metrics = ModelMetrics.Of(task, best!.Value.Fit.Coefficients, design, Learned, scale);
        return new SearchResult(Fit(design.Rows, best.Value.Options, best.Value.Fit.Coefficients), best.Value.Options, metrics, tried.ToImmutable());
    }

    private Fit Fit(int rows, FitOptions options, Coefficients? start) => Fitter.Run(design, rows, task.Loss(), options, start);

    private double LossOf(Coefficients coefficients)
    {
        int rows = design.Rows - Learned;
        double[] scores = new double[coefficients.Outputs * rows];
        coefficients.Score(design, Learned, rows, scores);
        return task.Loss().Differentiate(design.Targets.AsSpan(Learned, rows), design.Weights.AsSpan(Learned, rows), scores) / rows;
    }

    private static double Draw(Random chance, double from, double to) => from * Math.Pow(to / from, chance.NextDouble());
}

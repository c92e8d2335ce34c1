using System.Collections.Immutable;

namespace Homeostat.ModelRuntime;

/// <summary>Fits on the earlier rows, measures on the later ones, with settings drawn at random beside the configured ones; then fits on all rows.</summary>
internal sealed class ModelSearch(Design design, ModelTask task, TargetScale scale, TrainingConfig config)
{
    // Fewer rows measure nothing.
    private const int FewestRows = 50;

    private readonly ILoss _loss = task.Loss();

    private int Learned => LearnedRows(design, config);

    /// <summary>Rows that are learned from while the latest are kept to measure.</summary>
    internal static int LearnedRows(Design design, TrainingConfig config) =>
        design.Rows < FewestRows ? design.Rows : Math.Max(1, (int)(design.Rows * (1 - config.Validation)));

    internal SearchResult Run(int trials, int seed, Coefficients? start, CancellationToken cancellation)
    {
        var options = new FitOptions(config.Ridge, config.Straightening ?? StraighteningLadder.Default);
        if (Learned == design.Rows) return new SearchResult(Fit(design.Rows, options, start), options, ImmutableSortedDictionary<string, double>.Empty, []);
        var tried = ImmutableArray.CreateBuilder<Trial>();
        if (config.Straightening is null)
        {
            (options, start, var rungs) = StraighteningLadder.Choose(design, Learned, _loss, config.Ridge, start);
            tried.AddRange(rungs);
        }
        var best = Try(options, start, tried);
        var chance = new Random(seed);
        for (int trial = 1; trial < trials; trial++)
        {
            cancellation.ThrowIfCancellationRequested();
            var other = Try(new FitOptions(Draw(chance, 0.1, 100), Draw(chance, 10, 10_000)), best.Fit.Coefficients, tried);
            if (other.Loss < best.Loss) best = other;
        }
        var metrics = ModelMetrics.Of(task, best.Fit.Coefficients, design, Learned, scale);
        return new SearchResult(Fit(design.Rows, best.Options, best.Fit.Coefficients), best.Options, metrics, tried.ToImmutable());
    }

    private (Fit Fit, FitOptions Options, double Loss) Try(FitOptions options, Coefficients? start, ImmutableArray<Trial>.Builder tried)
    {
        var fit = Fit(Learned, options, start);
        double loss = new ValidationLoss(design, Learned, _loss).Of(fit.Coefficients);
        tried.Add(new Trial(options.Ridge, options.Straightening, loss));
        return (fit, options, loss);
    }

    private Fit Fit(int rows, FitOptions options, Coefficients? start) => Fitter.Run(design, rows, _loss, options, start);

    private static double Draw(Random chance, double from, double to) => from * Math.Pow(to / from, chance.NextDouble());
}

using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Homeostat.ModelRuntime;

/// <summary>Fits an additive model: a convex problem, so where it starts decides only how soon it ends.</summary>
internal static class Fitter
{
    // In the optimiser's units half the square of the gradient is about what is left to gain, in loss a row: here one in 10^8.
    private const double GradientTolerance = 1e-4;

    // A sample's optimum lies further than that from the optimum of all rows: no use to find it exactly.
    private const double SampleTolerance = 1e-3;
    private const double Nothing = 1e-12;
    private const int Memory = 12, MostIterations = 300, SampleRows = 100_000;

    /// <summary>The coefficients that fit the first rows of a design.</summary>
    /// <param name="design">The rows.</param>
    /// <param name="rows">How many of the first are learned from.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="options">How much the fit is held back.</param>
    /// <param name="start">Where to begin; null: with the shares of the classes.</param>
    internal static Fit Run(Design design, int rows, ILoss loss, FitOptions options, Coefficients? start)
    {
        if (start is null && rows >= 2 * SampleRows) start = RunOnSample(design, rows, loss, options, start: null).Coefficients;
        return RunOn(new Share(design, rows, Step: 1), loss, options, start);
    }

    /// <summary>The same, on blocks from all over the rows when there are many: near enough to choose by, or to go on from.</summary>
    internal static Fit RunOnSample(Design design, int rows, ILoss loss, FitOptions options, Coefficients? start) =>
        RunOn(new Share(design, rows, Math.Max(1, rows / SampleRows)), loss, options, start);

    private static Fit RunOn(Share share, ILoss loss, FitOptions options, Coefficients? start)
    {
        var (design, rows, step) = share;
        var summary = DesignSummary.Of(design, rows, loss is SquaredLoss ? 0 : Math.Max(2, loss.Outputs));
        if (start is null) loss.Start(summary.Shares, (start = new Coefficients(loss.Outputs, design.Size)).Bias);
        return Minimise(new Objective(design, rows, loss, options, summary) { Step = step }, start, step > 1 ? SampleTolerance : GradientTolerance);
    }

    /// <summary>The first rows of a design, of them every so-manieth block.</summary>
    private sealed record Share(Design Design, int Rows, int Step);

    private static Fit Minimise(Objective objective, Coefficients start, double tolerance)
    {
        var minimizer = new LimitedMemoryBfgsMinimizer(tolerance, Nothing, Nothing, Memory, MostIterations);
        try
        {
            minimizer.FindMinimum(ObjectiveFunction.Gradient(objective.Evaluate), Vector<double>.Build.Dense(objective.Coordinates.ToPoint(start)));
        }
        catch (OptimizationException)
        {
            // No further step makes it smaller, or the steps are spent: the best point stands, and it is a good one.
        }
        var coefficients = new Coefficients(start.Outputs, start.Size);
        objective.Coordinates.ToCoefficients(objective.Best, coefficients);
        return new Fit(coefficients, objective.BestValue, objective.Evaluations);
    }
}

using System.Collections.Immutable;

namespace Homeostat.ModelRuntime;

/// <summary>
/// Chooses how far numbers may bend: of a few strengths the straightest that later rows do not refute. Under drift a bend that is not sure
/// misleads more than a line does, so a freer model has to be better by more than chance (two standard errors over stretches of time).
/// </summary>
internal static class StraighteningLadder
{
    /// <summary>Where there are no rows to choose by.</summary>
    internal const double Default = 1000;

    private const double StandardErrors = 2;

    private static readonly double[] s_rungs = [10_000, 1000, 100, 10];

    /// <summary>The strength chosen, the model fitted with it, and all that was tried.</summary>
    internal static (FitOptions Options, Coefficients Start, ImmutableArray<Trial> Tried) Choose(Design design, int learned, ILoss loss, double ridge, Coefficients? start)
    {
        var validation = new ValidationLoss(design, learned, loss);
        var rungs = new List<(FitOptions Options, Coefficients Coefficients, double[] Losses)>();
        foreach (double rung in s_rungs)
        {
            var options = new FitOptions(ridge, rung);
            var coefficients = Fitter.RunOnSample(design, learned, loss, options, rungs.Count > 0 ? rungs[^1].Coefficients : start).Coefficients;
            rungs.Add((options, coefficients, validation.ByStretch(coefficients)));
        }
        var best = rungs.MinBy(rung => rung.Losses.Average());
        var chosen = rungs.First(rung => !IsWorse(rung.Losses, best.Losses));
        return (chosen.Options, chosen.Coefficients, [.. rungs.Select(rung => new Trial(ridge, rung.Options.Straightening, rung.Losses.Average()))]);
    }

    private static bool IsWorse(double[] losses, double[] best)
    {
        double[] differences = [.. losses.Zip(best, (one, other) => one - other)];
        double mean = differences.Average();
        if (differences.Length < 2) return mean > 0;
        double variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return mean > StandardErrors * Math.Sqrt(variance / differences.Length);
    }
}

namespace Homeostat.ModelRuntime;

/// <summary>
/// The price of a feature's weights: a ridge on all of them, and on bins the square of how far each lies off the middle of its two neighbours
/// (second differences, as in P-splines: Eilers and Marx, Statistical Science 11(2), 1996). A straight line costs the ridge only.
/// </summary>
internal sealed class Penalty(FitOptions options)
{
    /// <summary>The price; its derivative is added to the gradient.</summary>
    internal double Add(FeatureShape shape, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double price = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            price += options.Ridge * weights[i] * weights[i];
            gradient[i] += options.Ridge * weights[i];
        }
        for (int i = 1; i + 1 < shape.Bins; i++)
        {
            double bend = weights[i - 1] - 2 * weights[i] + weights[i + 1];
            double pull = options.Smoothing * bend;
            price += pull * bend;
            gradient[i - 1] += pull;
            gradient[i] -= 2 * pull;
            gradient[i + 1] += pull;
        }
        return price / 2;
    }

    /// <summary>The factor of the loss's and the price's second derivatives, the loss's taken as a diagonal.</summary>
    internal BandedCholesky Factor(FeatureShape shape, ReadOnlySpan<double> curvatures, double scale)
    {
        int size = curvatures.Length;
        double[] main = new double[size], first = new double[size], second = new double[size];
        for (int i = 0; i < size; i++) main[i] = curvatures[i] + options.Ridge;
        for (int i = 1; i + 1 < shape.Bins; i++)
        {
            main[i - 1] += options.Smoothing;
            main[i] += 4 * options.Smoothing;
            main[i + 1] += options.Smoothing;
            first[i - 1] -= 2 * options.Smoothing;
            first[i] -= 2 * options.Smoothing;
            second[i - 1] += options.Smoothing;
        }
        foreach (double[] diagonal in (double[][])[main, first, second])
            for (int i = 0; i < size; i++) diagonal[i] *= scale;
        return new BandedCholesky(main, first, second);
    }
}

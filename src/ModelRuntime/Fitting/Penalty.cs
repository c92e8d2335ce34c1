namespace Homeostat.ModelRuntime;

/// <summary>
/// What weights cost, half of a factor times their square: the ridge for slopes, categories and missing values, the straightening for bins. Bins
/// are what a line leaves over, so with little data or much straightening a number tells as in a plain linear model.
/// </summary>
internal static class Penalty
{
    /// <summary>The factors of all weights of one output.</summary>
    internal static double[] Factors(Design design, FitOptions options)
    {
        double[] factors = new double[design.Size];
        Array.Fill(factors, options.Ridge);
        for (int feature = 0; feature < design.Shapes.Length; feature++)
            factors.AsSpan(design.OffsetOf(feature), design.Shapes[feature].Bins).Fill(options.Straightening);
        return factors;
    }

    /// <summary>The price of an output's weights; its derivative is added to the gradient.</summary>
    internal static double Add(double[] factors, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double price = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double pull = factors[i] * weights[i];
            price += pull * weights[i];
            gradient[i] += pull;
        }
        return price / 2;
    }
}

namespace Homeostat.Statistics.Performance;

/// <summary>The clipping of probabilities before a logarithm.</summary>
internal static class Clip
{
    // The machine epsilon of a double, as numpy.finfo(float).eps: the clip of scikit-learn 1.2 and later.
    private const double Epsilon = 1.0 / (1L << 52);

    public static double ToOpenUnit(double probability) => Math.Clamp(probability, Epsilon, 1 - Epsilon);
}

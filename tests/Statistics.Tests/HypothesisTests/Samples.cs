namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>Samples that Python can repeat.</summary>
internal static class Samples
{
    /// <summary>(numpy.arange(n) * step % modulus).astype(float) + shift</summary>
    internal static double[] Grid(int n, int step, int modulus, double shift = 0)
    {
        var values = new double[n];
        for (var i = 0; i < n; i++) values[i] = (long)i * step % modulus + shift;
        return values;
    }
}

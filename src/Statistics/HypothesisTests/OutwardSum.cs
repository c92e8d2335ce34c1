namespace Homeostat.Statistics;

/// <summary>Sums a unimodal discrete distribution from one point away from its mode, until the rest cannot matter.</summary>
internal static class OutwardSum
{
    /// <summary>Largest population the tails take: whole numbers up to here are exact in a double.</summary>
    internal const long Limit = 1L << 53;

    /// <summary>
    /// The sum of probabilities from a point outwards, in units of the probability at that point (so at least 1). The steps taken
    /// are about nine standard deviations, 140,000 for counts of 1e9, whatever the size of the support.
    /// </summary>
    /// <param name="start">The point nearest to the mode.</param>
    /// <param name="direction">+1 to sum upwards, -1 downwards.</param>
    /// <param name="ratio">The probability of the next point outwards over that of the given one; 0 at the end of the support.</param>
    internal static double Relative(double start, int direction, Func<double, double> ratio)
    {
        double sum = 0, term = 1;
        for (var x = start; term > sum * 1e-20; x += direction)
        {
            sum += term;
            term *= ratio(x);
        }
        return sum;
    }
}

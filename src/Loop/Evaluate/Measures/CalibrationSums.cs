using Homeostat.Statistics.Performance;

namespace Homeostat.Loop;

/// <summary>The expected calibration error, from what was seen less what was said in each bin of the probability.</summary>
/// <param name="truth">The labels.</param>
/// <param name="side">Answers and probabilities.</param>
/// <param name="top">Several classes: the probability is that of the answer, and the outcome whether it is right.</param>
internal sealed class CalibrationSums(HoldoutSide truth, HoldoutSide side, bool top) : IRowSums
{
    public int Width => Calibration.DefaultBins + 1;

    public void Add(int row, Span<double> sums)
    {
        bool happened = top ? truth.Classes[row] == side.Classes[row] : truth.Classes[row] == 1;
        sums[Bin(side.Scores[row])] += (happened ? 1 : 0) - side.Scores[row];
        sums[Calibration.DefaultBins]++;
    }

    public double Value(ReadOnlySpan<double> sums)
    {
        double total = 0;
        foreach (double gap in sums[..Calibration.DefaultBins]) total += Math.Abs(gap);
        return total / sums[Calibration.DefaultBins];
    }

    // As Calibration.ExpectedError bins: the edges belong below, and as doubles, where the product may round across.
    private static int Bin(double probability)
    {
        const double Bins = Calibration.DefaultBins;
        int bin = Math.Clamp((int)Math.Ceiling(probability * Bins) - 1, 0, Calibration.DefaultBins - 1);
        if (bin > 0 && probability <= bin / Bins) return bin - 1;
        return bin < Calibration.DefaultBins - 1 && probability > (bin + 1) / Bins ? bin + 1 : bin;
    }
}
